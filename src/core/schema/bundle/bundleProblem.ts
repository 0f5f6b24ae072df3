/**
 * Why a bundle, or a part of one, cannot be used. The reader goes on without it.
 *
 * - `unreadable`: the file is not there or the system refuses it (`reason` is the system's code, "ENOENT").
 * - `foreign`: not a bundle at all.
 * - `newer`: written in a later format than this program knows.
 * - `truncated`: shorter than its header says.
 * - `damaged`: the header or the directory is not what was written.
 * - `damagedPart`: one table or one block of names is not what was written; the others can still be read.
 * - `unwritable`: the file could not be written; what was there before is untouched.
 */
export type BundleProblem =
	| { readonly code: "unreadable" | "unwritable"; readonly reason: string }
	| { readonly code: "foreign" | "damaged" }
	| { readonly code: "newer"; readonly version: number; readonly known: number }
	| { readonly code: "truncated"; readonly expected: number; readonly actual: number }
	| { readonly code: "damagedPart"; readonly part: string };

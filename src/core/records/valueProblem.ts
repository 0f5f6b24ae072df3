import type { Option } from "../schema/model.ts";

/** Why a typed text is no value of a column. words/records.ts has the sentences. */
export type ValueProblem =
	| { readonly code: "readOnly"; readonly reason: ReadOnlyReason }
	/** The column may not be empty. */
	| { readonly code: "required" }
	/** Characters as the service counts them, in UTF-16 units. */
	| { readonly code: "tooLong"; readonly length: number; readonly max: number }
	/** U+0000, which no text column takes. */
	| { readonly code: "nullCharacter" }
	| { readonly code: "notNumber" }
	/** "1,500" is a thousand and a half to some, and one and a half to others. */
	| { readonly code: "ambiguousComma"; readonly text: string }
	| { readonly code: "notWhole" }
	| { readonly code: "tooManyDecimals"; readonly places: number }
	| { readonly code: "outOfRange"; readonly min?: string; readonly max?: string }
	| { readonly code: "notYesNo" }
	| { readonly code: "notDate" }
	| { readonly code: "notDateTime" }
	/** Before 1753, where the service's calendar begins. */
	| { readonly code: "tooEarly" }
	| { readonly code: "unknownOption"; readonly text: string }
	/** Several options have this label: only their values tell them apart. */
	| { readonly code: "ambiguousOption"; readonly text: string; readonly options: readonly Option[] }
	| { readonly code: "notGuid" };

/** Why a column cannot be edited in a cell. */
export type ReadOnlyReason =
	/** Neither valid for update nor for create. */
	| "notWritable"
	| "primaryId"
	/** Which column names a record of the table is not documented, so none can be addressed. */
	| "noId"
	| "calculated"
	| "rollup"
	/** It follows from the status reason. */
	| "state"
	/** The record is chosen, not typed: that comes later. */
	| "lookup"
	/** Files, images and what else has no text. */
	| "otherKind";

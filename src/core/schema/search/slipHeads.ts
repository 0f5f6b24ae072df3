import { headAt, headLength } from "./wordHeads.ts";

/** Heads that a word may have: those whose bits under `mask` are `bits`. */
interface HeadTest {
	readonly mask: number;
	readonly bits: number;
}

/**
 * Whether a word with a given head can be the wanted text but for one slip. Says yes too often, never no wrongly. The
 * wanted text has at least four codes.
 */
export function slipHeadTest(wanted: Uint16Array): (head: number) => boolean {
	// A slip behind the second code leaves two codes as they are; an earlier one leaves what follows it, moved or not.
	// A missing first code is no slip: what was typed is then a part of the word.
	const byte = (index: number): number => (wanted[index] ?? 0) & 0xff;
	const head = (...codes: readonly number[]): number => headAt(codes, 0, headLength);
	const all = -1;
	// What follows the last wanted code is not known: no test looks at it.
	const known = wanted.length > headLength ? all : 0xffffff00 | 0;
	const tests: readonly HeadTest[] = [
		{ mask: 0xffff0000 | 0, bits: head(byte(0), byte(1), 0, 0) },
		{ mask: 0x00ffffff, bits: head(0, byte(1), byte(2), byte(3)) },
		{ mask: 0xff00ffff | 0, bits: head(byte(0), 0, byte(2), byte(3)) },
		{ mask: all, bits: head(byte(1), byte(0), byte(2), byte(3)) },
		{ mask: all, bits: head(byte(0), byte(2), byte(1), byte(3)) },
		{ mask: 0xff00ffff | 0, bits: head(byte(0), 0, byte(1), byte(2)) },
		{ mask: known, bits: head(byte(1), byte(2), byte(3), byte(4)) & known },
		{ mask: known, bits: head(byte(0), byte(2), byte(3), byte(4)) & known },
	];
	const masks = Int32Array.from(tests, ({ mask }) => mask);
	const bits = Int32Array.from(tests, (test) => test.bits);
	return (found) => {
		for (let test = 0; test < masks.length; test += 1) if ((found & (masks[test] ?? 0)) === bits[test]) return true;
		return false;
	};
}

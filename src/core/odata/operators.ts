import { charCode } from "./charCodes.ts";
import type { BinaryOperator } from "./nodes.ts";
import type { Reader } from "./reader.ts";

export interface Operator {
	readonly name: BinaryOperator | "and" | "or";
	/** How tightly it binds (Part 2, "Operator Precedence"): more is tighter. */
	readonly power: number;
}

/** Below all operators and above all of them. */
export const weakest = 1;
export const unaryPower = 7;

const powers: Readonly<Record<Operator["name"], number>> = {
	or: 1,
	and: 2,
	eq: 3,
	ne: 3,
	gt: 4,
	ge: 4,
	lt: 4,
	le: 4,
	add: 5,
	sub: 5,
	mul: 6,
	div: 6,
	divby: 6,
	mod: 6,
	has: 8,
	in: 8,
};

export function operatorPower(name: Operator["name"]): number {
	return powers[name];
}

/** By first letter, so that a look at a word compares it with two or three. */
const byLetter: readonly (readonly Operator[])[] = Array.from({ length: 26 }, (_, index) =>
	(Object.keys(powers) as readonly Operator["name"][])
		.filter((name) => name.charCodeAt(0) - 97 === index)
		.map((name) => ({ name, power: powers[name] }))
		.sort((left, right) => right.name.length - left.name.length),
);

const noOperators: readonly Operator[] = [];

/** The operator at `pos`, in any case; nothing is passed over. */
export function operatorAt(reader: Reader): Operator | undefined {
	const candidates = byLetter[(reader.peek() | 32) - 97] ?? noOperators;
	for (const operator of candidates) {
		const end = reader.pos + operator.name.length;
		if (isWord(reader, operator.name) && endsWord(reader.codeAt(end))) return operator;
	}
	return undefined;
}

function isWord(reader: Reader, word: string): boolean {
	for (let index = 0; index < word.length; index += 1) {
		if ((reader.codeAt(reader.pos + index) | 32) !== word.charCodeAt(index)) return false;
	}
	return true;
}

/** An operator may be followed by a blank, or by what says that its blank was forgotten. */
function endsWord(code: number): boolean {
	return (
		code === charCode.blank || code === charCode.tab || code === charCode.open || code === charCode.quote || code === -1
	);
}

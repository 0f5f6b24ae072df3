/** The tree of `$search`. What nodes.ts says about all nodes holds here. */
import type { Missing, Span } from "./nodes.ts";

export type SearchExpression =
	SearchWord | SearchPhrase | SearchText | SearchNot | SearchBinary | SearchGroup | Missing;

export interface SearchWord extends Span {
	readonly kind: "searchWord";
	readonly text: string;
}

/** `"blue green"`: the text without its quotes. */
export interface SearchPhrase extends Span {
	readonly kind: "searchPhrase";
	readonly text: string;
}

/** `'blu'`: text in single quotes is what a person has typed so far, not necessarily a whole expression. */
export interface SearchText extends Span {
	readonly kind: "searchText";
	readonly text: string;
}

export interface SearchNot extends Span {
	readonly kind: "searchNot";
	readonly operand: SearchExpression;
}

/** A whole chain of one operator; `and` is also what two words side by side mean. */
export interface SearchBinary extends Span {
	readonly kind: "searchBinary";
	readonly operator: "AND" | "OR";
	readonly operands: readonly SearchExpression[];
}

export interface SearchGroup extends Span {
	readonly kind: "searchGroup";
	readonly expression: SearchExpression;
}

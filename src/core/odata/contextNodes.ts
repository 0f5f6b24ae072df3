/** The tree of a context URL's fragment (Part 1, "Context URL"). What nodes.ts says about all nodes holds here. */
import type { PathSegment, Span } from "./nodes.ts";

/** `#accounts(name,primarycontactid(fullname))/$entity`: what an answer holds. */
export interface ContextUrl extends Span {
	readonly kind: "contextUrl";
	/** `accounts`, `accounts(1)/tasks`, `Collection($ref)`, `Model.Type`: keys and types are arguments of segments. */
	readonly segments: readonly PathSegment[];
	/** The columns and expanded rows of the answer; absent where no list stands. */
	readonly select?: readonly ContextItem[];
	/** What of the set it is; absent for the set itself, a property or a value. */
	readonly part?: ContextPart;
}

export type ContextPart = "$entity" | "$delta" | "$deletedEntity" | "$link" | "$deletedLink";

/** `name`, `Address/City`, `Orders(ID)`, `Reports+(Name)`, `*`. */
export interface ContextItem extends Span {
	readonly kind: "contextItem";
	readonly segments: readonly PathSegment[];
	/** True for `+`: expanded to any depth. */
	readonly recursive: boolean;
	/** What stands in its parentheses: of an expanded row. */
	readonly select?: readonly ContextItem[];
}

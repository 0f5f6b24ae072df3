import type { QueryOption } from "./nodes.ts";

/** Where an option stands; it tells which options the grammar allows there. */
export type OptionContext =
	| "request"
	/** `$batch` and `$metadata`. */
	| "document"
	/** `$entity`, without and with a cast. */
	| "entity"
	| "entityCast"
	/** In the parentheses of an item of `$expand`: plain, after `/$ref`, after `/$count`, after `*`. */
	| "expand"
	| "expandReferences"
	| "expandCount"
	| "expandAll"
	/** In the parentheses of an item of `$select`. */
	| "select"
	/** Behind `/$count` in an expression. */
	| "countInExpression";

export type OptionKind = QueryOption["kind"];

const counted: readonly OptionKind[] = ["filter", "search"];
const listed: readonly OptionKind[] = [...counted, "orderby", "skip", "top", "count"];
const single: readonly OptionKind[] = ["id", "format", "custom"];

const allowed: Readonly<Record<Exclude<OptionContext, "request">, ReadonlySet<OptionKind>>> = {
	document: new Set(["format", "custom"]),
	entity: new Set(single),
	entityCast: new Set([...single, "expand", "select"]),
	expand: new Set([...listed, "select", "expand", "compute", "levels", "apply", "alias"]),
	expandReferences: new Set(listed),
	expandCount: new Set(counted),
	expandAll: new Set(["levels"]),
	select: new Set([...listed, "compute", "select", "alias"]),
	countInExpression: new Set(counted),
};

/** A request takes all of them but `$levels`. */
export function isAllowed(kind: OptionKind, context: OptionContext): boolean {
	return context === "request" ? kind !== "levels" : allowed[context].has(kind);
}

/** Whether options of that place stand in parentheses. */
export function isNested(context: OptionContext): boolean {
	return context !== "request" && context !== "document" && context !== "entity" && context !== "entityCast";
}

const canonical = [
	...([
		"select",
		"expand",
		"filter",
		"orderby",
		"compute",
		"apply",
		"search",
		"top",
		"skip",
		"index",
		"count",
	] as const),
	...(["levels", "format", "skiptoken", "deltatoken", "id", "schemaversion"] as const),
];
export type SystemOptionKind = (typeof canonical)[number];

/** The options that OData defines, aliases excepted. */
export const systemOptionKinds: readonly SystemOptionKind[] = canonical;

/** OData 4.01: system options may lack their `$`; these two may not. */
const withSign: ReadonlySet<SystemOptionKind> = new Set(["skiptoken", "deltatoken"]);

const kinds: ReadonlyMap<string, SystemOptionKind> = new Map(
	canonical.flatMap((kind): [string, SystemOptionKind][] =>
		withSign.has(kind)
			? [[`$${kind}`, kind]]
			: [
					[`$${kind}`, kind],
					[kind, kind],
				],
	),
);

/** The option of that name, whatever its case. */
export function systemOption(name: string): SystemOptionKind | undefined {
	return kinds.get(name) ?? kinds.get(name.toLowerCase());
}

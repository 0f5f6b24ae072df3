import type { ExpandItem, QueryOption } from "../../core/odata/nodes.ts";
import type { Navigation, SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { notInSandboxYet, queryOptionNotSupported } from "../service/serviceRefusals.ts";
import type { AnnotationChoice } from "./annotationChoice.ts";
import { shapeOf } from "./contextUrl.ts";
import type { ExpandPlan } from "./expandPlan.ts";
import { navigationOf } from "./expandNavigation.ts";
import { checkExpands, isNested } from "./expandRules.ts";
import type { MetadataLevel } from "./metadataLevel.ts";
import { type ReadOptions, readOptions } from "./queryOptions.ts";
import type { ReadMemo } from "./readMemo.ts";
import {
	expandedReference,
	expandItemNotUnderstood,
	expandOptionsNotAllowed,
	propertyNotFound,
} from "./readRefusals.ts";
import { principalKey } from "./rowColumns.ts";
import type { RowPlan } from "./rowPlan.ts";
import { selectColumns } from "./selection.ts";

/** What the whole answer has in common, on every level of `$expand`. */
export interface AnswerStyle {
	readonly context: RequestContext;
	readonly memo: ReadMemo;
	readonly level: MetadataLevel;
	readonly annotations: AnnotationChoice;
	/** A record that is asked for by its key is answered with more than one that is found: versions on all levels. */
	readonly byKey: boolean;
	/** There is a `$expand` within a `$expand`. */
	readonly nested: boolean;
}

/** A level of the answer: how its rows look, and what is expanded in them. */
export interface LevelPlan {
	readonly plan: RowPlan;
	readonly expands: readonly ExpandPlan[];
	/** What stands in the parentheses of `@odata.context`, without them; undefined for "everything". */
	readonly context: string | undefined;
}

/** The top level: checks the rules for the whole of `$expand`, then plans it level by level. */
export function planAnswer(
	style: Omit<AnswerStyle, "nested">,
	table: SandboxTable,
	options: ReadOptions,
): LevelPlan & { readonly nested: boolean } {
	checkExpands(options.expand, table, style.context);
	const nested = isNested(options.expand);
	return { ...planLevel({ ...style, nested }, table, options, { etag: true, added: [] }), nested };
}

function planLevel(
	style: AnswerStyle,
	table: SandboxTable,
	{ select, expand }: ReadOptions,
	{ etag, added }: { readonly etag: boolean; readonly added: readonly SandboxColumn[] },
): LevelPlan {
	const { context, memo, level, annotations } = style;
	const expands = distinct((expand?.items ?? []).map((item) => planItem(style, table, item)));
	const references = expands.flatMap(({ kind, navigation }) =>
		kind === "reference" ? lookupColumn(table, navigation) : [],
	);
	const { columns, names } = selectColumns(select, table, context.uri, memo, [...references, ...added]);
	const followed = expands.flatMap(({ navigation }) =>
		navigation.kind === "lookup" ? lookupColumn(table, navigation) : [],
	);
	const needed = [...followed, ...added];
	return {
		plan: memo.rowPlan({ table, columns, needed, etag, level, annotations }),
		expands,
		context: shapeOf(names, expands),
	};
}

/** A navigation property that is named twice is expanded once. */
function distinct(expands: readonly ExpandPlan[]): readonly ExpandPlan[] {
	const seen = new Set<string>();
	return expands.filter(({ navigation: { name } }) => !seen.has(name) && seen.add(name));
}

function lookupColumn({ columns }: SandboxTable, { column }: Navigation): readonly SandboxColumn[] {
	const found = columns.get(column);
	return found === undefined ? [] : [found];
}

function planItem(style: AnswerStyle, table: SandboxTable, item: ExpandItem): ExpandPlan {
	const navigation = navigationOf(item, table, style.context);
	const [, suffix] = item.segments;
	if (suffix !== undefined) return planReference(item, navigation, style);
	const options = readOptions(item.options);
	if (navigation.kind === "lookup") return planLookup(style, navigation, options);
	return planCollection(style, navigation, item, options);
}

function planReference(item: ExpandItem, navigation: Navigation, { context }: AnswerStyle): ExpandPlan {
	if (navigation.kind !== "lookup") throw expandedReference();
	if (item.options.length > 0) throw expandItemNotUnderstood(context.uri.text.slice(item.start, item.end));
	return { kind: "reference", navigation, context: `${navigation.name},${navigation.name}/$ref()` };
}

function planLookup(style: AnswerStyle, navigation: Navigation, options: ReadOptions): ExpandPlan {
	refuseOthers(options);
	if (options.orderBy !== undefined || options.top !== undefined) throw expandOptionsNotAllowed();
	if (navigation.tables !== undefined) return planPrincipal(style, navigation, options);
	const table = targetTable(navigation, style.context);
	const { plan, expands, context } = planLevel(style, table, options, { etag: style.byKey, added: [] });
	return {
		kind: "lookup",
		navigation,
		table,
		plan,
		expands,
		context: `${navigation.name}(${context ?? ""})`,
		...(options.filter !== undefined && { filter: options.filter }),
	};
}

/** Of a lookup that leads to several tables only what these have in common can be asked for: the key of users and teams. */
function planPrincipal({ context }: AnswerStyle, navigation: Navigation, options: ReadOptions): ExpandPlan {
	const { select, expand, filter } = options;
	if (expand !== undefined || filter !== undefined) throw notInSandboxYet(`$expand=${navigation.name}`);
	const isOwner = navigation.table === "owner";
	const names = select?.items.map(({ start, end }) => context.uri.text.slice(start, end)) ?? [];
	const unknown = names.find((name) => !isOwner || name !== principalKey);
	if (unknown !== undefined) throw propertyNotFound(unknown, isOwner ? "principal" : "crmbaseentity");
	return { kind: "principal", navigation, context: `${navigation.name}(${names.join(",")})` };
}

function planCollection(
	style: AnswerStyle,
	navigation: Navigation,
	item: ExpandItem,
	options: ReadOptions,
): ExpandPlan {
	refuseOthers(options);
	if (style.nested && (options.orderBy !== undefined || options.top !== undefined)) throw expandOptionsNotAllowed();
	const table = targetTable(navigation, style.context);
	const parent = navigation.kind === "children" ? lookupColumn(table, navigation) : [];
	// Without nesting the service answers the lookup to the parent along with the rows of a set.
	const shown = !style.byKey && !style.nested;
	const level = { etag: style.byKey || !style.nested, added: shown ? parent : [] };
	const { plan, expands, context } = planLevel(style, table, options, level);
	return {
		kind: "collection",
		navigation,
		table,
		plan,
		expands,
		query: item.options.map(({ start, end }: QueryOption) => style.context.uri.text.slice(start, end)).join("&"),
		context: `${navigation.name}(${context ?? ""})`,
		...(options.filter !== undefined && { filter: options.filter }),
		...(options.orderBy !== undefined && { orderBy: options.orderBy }),
		...(options.top !== undefined && { top: options.top }),
	};
}

/** `$count` and `$skiptoken` are for the request as a whole. */
function refuseOthers({ count, skipToken }: ReadOptions): void {
	if (count) throw queryOptionNotSupported("$count");
	if (skipToken !== undefined) throw queryOptionNotSupported("$skiptoken");
}

function targetTable({ name, table }: Navigation, { schema }: RequestContext): SandboxTable {
	const target = schema.table(table);
	if (target === undefined) throw notInSandboxYet(`$expand=${name}`);
	return target;
}

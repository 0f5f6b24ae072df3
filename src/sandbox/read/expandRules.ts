import type { ExpandItem, ExpandOption } from "../../core/odata/nodes.ts";
import type { Navigation, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { navigationOf } from "./expandNavigation.ts";
import { manyToManyExpand, tooManyExpands } from "./readRefusals.ts";

/** All levels together. */
const mostExpands = 15;

/**
 * What the service allows of `$expand` as a whole: fifteen in one query, and many-to-many collections only beside each
 * other, never with another kind and never on two levels.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/join-tables
 */
export function checkExpands(option: ExpandOption | undefined, table: SandboxTable, context: RequestContext): void {
	if (option === undefined) return;
	const count = countExpands(option);
	if (count > mostExpands) throw tooManyExpands(count, mostExpands);
	const navigations = [...navigationsOf(option, table, context)];
	const manyToMany = navigations.find(({ kind }) => kind === "manyToMany");
	if (manyToMany === undefined) return;
	if (isNested(option) || navigations.some(({ kind }) => kind !== "manyToMany")) {
		throw manyToManyExpand(manyToMany.relationship);
	}
}

export function isNested(option: ExpandOption | undefined): boolean {
	return option?.items.some((item) => nestedIn(item) !== undefined) ?? false;
}

function nestedIn({ options }: ExpandItem): ExpandOption | undefined {
	return options.find((option) => option.kind === "expand");
}

function countExpands({ items }: ExpandOption): number {
	let count = items.length;
	for (const item of items) {
		const nested = nestedIn(item);
		if (nested !== undefined) count += countExpands(nested);
	}
	return count;
}

function* navigationsOf(option: ExpandOption, table: SandboxTable, context: RequestContext): Generator<Navigation> {
	for (const item of option.items) {
		const navigation = navigationOf(item, table, context);
		yield navigation;
		const nested = nestedIn(item);
		const target = context.schema.table(navigation.table);
		if (nested !== undefined && target !== undefined) yield* navigationsOf(nested, target, context);
	}
}

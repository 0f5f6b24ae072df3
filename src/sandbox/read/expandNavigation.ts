import type { ExpandItem } from "../../core/odata/nodes.ts";
import type { Navigation, SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { expandItemNotUnderstood, notNavigation, propertyNotFound } from "./readRefusals.ts";

/** The navigation property that an item names. */
export function navigationOf(item: ExpandItem, table: SandboxTable, { uri }: RequestContext): Navigation {
	const [first, second, third] = item.segments;
	if (first?.kind !== "name" || first.arguments !== undefined || third !== undefined) {
		throw expandItemNotUnderstood(uri.text.slice(item.start, item.end));
	}
	if (second !== undefined && !(second.kind === "system" && second.name === "$ref")) {
		throw expandItemNotUnderstood(uri.text.slice(item.start, item.end));
	}
	const navigation = table.navigation.get(first.name);
	if (navigation !== undefined) return navigation;
	throw table.properties.has(first.name)
		? notNavigation(first.name, table.logicalName)
		: propertyNotFound(first.name, table.logicalName);
}

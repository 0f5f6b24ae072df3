import type { SandboxTable } from "../schema/sandboxTable.ts";

/**
 * What stands in the parentheses of a context URL: selected names and expanded properties with their own shapes, as in
 * `$metadata#accounts(name,primarycontactid(fullname))`. Undefined where nothing was selected or expanded.
 */
export function shapeOf(
	names: readonly string[],
	expands: readonly { readonly context: string }[],
): string | undefined {
	const all = [...names, ...expands.map(({ context }) => context)];
	return all.length === 0 ? undefined : all.join(",");
}

/** `@odata.context` of rows (OData Protocol 4.0, 10). The names in it are the schema's, so nothing has to be escaped. */
export function setContext(root: string, { entitySetName }: SandboxTable, shape: string | undefined): string {
	return `${root}$metadata#${entitySetName}${shape === undefined ? "" : `(${shape})`}`;
}

export function recordContext(root: string, table: SandboxTable, shape: string | undefined): string {
	return `${setContext(root, table, shape)}/$entity`;
}

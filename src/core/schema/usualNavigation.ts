/**
 * The collection of a one-to-many relationship: most pages leave it out, and nearly always it is the schema name, which
 * then stands in its place and is marked.
 */
export function usualNavigation(
	schemaName: string,
	documented: string | undefined,
): { readonly navigationProperty: string; readonly navigationPropertyIsUsual?: true } {
	return documented === undefined
		? { navigationProperty: schemaName, navigationPropertyIsUsual: true }
		: { navigationProperty: documented };
}

import type { Relationship } from "../../core/schema/catalog.ts";
import type { Definition } from "./metadataType.ts";
import { relationshipDefinition } from "./relationshipType.ts";
import type { TableSource } from "./tableSource.ts";

/** Lookups of this table. */
export function manyToOneOf(owner: TableSource): readonly Definition[] {
	return named(owner, owner.table?.manyToOne, ({ kind, from }) => kind === "oneToMany" && from.table === owner.name);
}

/** Lookups of other tables to this one. */
export function oneToManyOf(owner: TableSource): readonly Definition[] {
	return named(owner, owner.table?.oneToMany, ({ kind, to }) => kind === "oneToMany" && to.table === owner.name);
}

export function manyToManyOf(owner: TableSource): readonly Definition[] {
	const stands = ({ kind, from, to }: Relationship): boolean =>
		kind === "manyToMany" && (from.table === owner.name || to.table === owner.name);
	return named(owner, owner.table?.manyToMany, stands);
}

/** The page of a table names its relationships; what both sides say of them is in the catalog. */
function named(
	{ catalog, schema }: TableSource,
	rows: readonly { readonly schemaName: string }[] | undefined,
	stands: (relationship: Relationship) => boolean,
): readonly Definition[] {
	const names = new Set((rows ?? []).map(({ schemaName }) => schemaName));
	return Array.from(names).flatMap((name) =>
		catalog
			.relationships(name)
			.filter(stands)
			.map((relationship) => relationshipDefinition({ schema, relationship })),
	);
}

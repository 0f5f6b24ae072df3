import type { SandboxSchema } from "../schema/sandboxTable.ts";
import type { Definition } from "./metadataType.ts";
import { relationshipDefinition } from "./relationshipType.ts";

/** Every relationship that both its tables, or one of them, document. */
export function allRelationships(schema: SandboxSchema): readonly Definition[] {
	const names = schema.catalog.entries().filter(({ kind }) => kind === "relationship");
	return names.flatMap(({ name }) => relationshipsNamed(schema, name));
}

/** More than one where a lookup leads to several tables: the reference pages give these one schema name. */
export function relationshipsNamed(schema: SandboxSchema, schemaName: string): readonly Definition[] {
	return schema.catalog
		.relationships(schemaName)
		.map((relationship) => relationshipDefinition({ schema, relationship }));
}

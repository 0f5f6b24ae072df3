import type { SandboxSchema } from "../schema/sandboxTable.ts";
import { choiceBaseType } from "./choiceType.ts";
import { globalChoice, globalChoices } from "./globalChoices.ts";
import type { Definition, TypeOutline } from "./metadataType.ts";
import { allRelationships, relationshipsNamed } from "./allRelationships.ts";
import { relationshipBaseType } from "./relationshipType.ts";
import { tableDefinition, tableType } from "./tableType.ts";
import { TableSource } from "./tableSource.ts";

/** An entity set of definitions. */
export interface DefinitionSet {
	readonly type: TypeOutline;
	readonly all: (schema: SandboxSchema) => readonly Definition[];
	/** By the name that is its alternate key. */
	readonly named: (schema: SandboxSchema, name: string) => readonly Definition[];
	/** The service lists the global choices and does not search them. */
	readonly noFilter?: true;
}

export const definitionSets: ReadonlyMap<string, DefinitionSet> = new Map<string, DefinitionSet>([
	[
		"EntityDefinitions",
		{
			type: tableType,
			all: (schema) => schema.catalog.tables().map((summary) => tableDefinition(new TableSource(summary, schema))),
			named: (schema, name) => {
				const summary = schema.catalog.summary(name);
				return summary === undefined ? [] : [tableDefinition(new TableSource(summary, schema))];
			},
		},
	],
	[
		"GlobalOptionSetDefinitions",
		{
			type: choiceBaseType,
			all: (schema) => globalChoices(schema.catalog),
			named: (schema, name) => [globalChoice(schema.catalog, name)].filter((found) => found !== undefined),
			noFilter: true,
		},
	],
	["RelationshipDefinitions", { type: relationshipBaseType, all: allRelationships, named: relationshipsNamed }],
]);

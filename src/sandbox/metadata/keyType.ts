import type { SandboxKey } from "../schema/sandboxTable.ts";
import { metadataBase } from "./metadataBase.ts";
import { metadataId } from "./metadataId.ts";
import { define, type Definition, type MetadataType } from "./metadataType.ts";
import { propertiesOf } from "./properties.ts";
import type { TableSource } from "./tableSource.ts";

interface KeySource {
	readonly owner: TableSource;
	readonly key: SandboxKey;
}

const { text, flag, guid, member, label, managed, texts } = propertiesOf<KeySource>();

const keyPlace = ({ owner, key }: KeySource): string => `${owner.name}.${key.name}`;

/** `EntityKeyMetadata`: the alternate keys that the sandbox keeps. */
export const keyType: MetadataType<KeySource> = {
	name: "EntityKeyMetadata",
	alternateKey: "LogicalName",
	properties: {
		...metadataBase<KeySource>((source) => metadataId("key", keyPlace(source))),
		EntityLogicalName: text(({ owner }) => owner.name),
		// The index of a key is made with its table, so a key that shows here is in force.
		EntityKeyIndexStatus: member("EntityKeyIndexStatus", () => "Active"),
		IntroducedVersion: text(),
		IsManaged: flag(),
		KeyAttributes: texts(({ key }) => key.columns),
		LogicalName: text(({ key }) => key.name.toLowerCase()),
		SchemaName: text(({ key }) => key.name),
		AsyncJob: guid(),
		DisplayName: label(
			(source) => `${keyPlace(source)}.DisplayName`,
			({ key }) => key.displayName,
		),
		IsCustomizable: managed("iscustomizable"),
	},
};

export function keyDefinitions(owner: TableSource): readonly Definition[] {
	return (owner.enforced?.keys ?? []).map((key) => define(keyType, { owner, key }));
}

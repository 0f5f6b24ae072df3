import { treeWords } from "../../words/schemaTree.ts";
import { namePair, type NamePair } from "./naming.ts";
import type { NodeLook } from "./nodeLook.ts";
import type { RelationshipFolder, RelationshipNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";

const icons: Readonly<Record<RelationshipFolder, string>> = {
	manyToOne: "arrow-right",
	oneToMany: "arrow-left",
	manyToMany: "arrow-swap",
};

/** The other table leads, for that is what people look for; the lookup column tells several to one table apart. */
export function relationshipLook({ row }: RelationshipNode, view: SchemaView): NodeLook {
	const names = otherTableNames(row.otherTable, view);
	const label = names?.lead ?? row.schemaName;
	const description = [
		...(row.column === undefined ? [] : [row.column]),
		...(names === undefined ? [view.say(treeWords.otherTableUnknown)] : [names.other, row.schemaName]),
	].filter((part) => part !== undefined);
	const related = row.otherTable !== undefined && view.catalog.summary(row.otherTable) !== undefined;
	return {
		label,
		description,
		icon: icons[row.kind],
		expandable: "collapsed",
		context: ["relationship", "named", "navigation", ...(related ? ["related"] : [])],
	};
}

function otherTableNames(otherTable: string | undefined, { catalog, labels }: SchemaView): NamePair | undefined {
	return otherTable === undefined
		? undefined
		: namePair(catalog.summary(otherTable) ?? { logicalName: otherTable }, labels);
}

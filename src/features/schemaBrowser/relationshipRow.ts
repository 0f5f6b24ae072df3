import type { ManyToMany, ManyToOne, OneToMany, Table } from "../../core/schema/model.ts";
import type { RelationshipFolder } from "./schemaNode.ts";

/** A relationship as one table sees it, whichever of the three kinds it is. */
export interface RelationshipRow {
	readonly kind: RelationshipFolder;
	readonly schemaName: string;
	readonly otherTable?: string;
	/** The lookup column: of this table (many-to-one) or of the other (one-to-many). */
	readonly column?: string;
	readonly intersectTable?: string;
	/** What this table calls it. */
	readonly navigationProperty?: string;
}

/** All relationships of that kind, in page order. */
export function relationshipRows(table: Table, kind: RelationshipFolder): readonly RelationshipRow[] {
	switch (kind) {
		case "manyToOne":
			return table.manyToOne.map(fromManyToOne);
		case "oneToMany":
			return table.oneToMany.map(fromOneToMany);
		case "manyToMany":
			return table.manyToMany.map(fromManyToMany);
	}
}

function fromManyToOne({
	schemaName,
	referencedTable,
	referencingColumn,
	navigationProperty,
}: ManyToOne): RelationshipRow {
	return {
		kind: "manyToOne",
		schemaName,
		...(referencedTable !== undefined && { otherTable: referencedTable }),
		...(referencingColumn !== undefined && { column: referencingColumn }),
		...(navigationProperty !== undefined && { navigationProperty }),
	};
}

function fromOneToMany({
	schemaName,
	referencingTable,
	referencingColumn,
	navigationProperty,
}: OneToMany): RelationshipRow {
	return {
		kind: "oneToMany",
		schemaName,
		...(referencingTable !== undefined && { otherTable: referencingTable }),
		...(referencingColumn !== undefined && { column: referencingColumn }),
		...(navigationProperty !== undefined && { navigationProperty }),
	};
}

function fromManyToMany({ schemaName, otherTable, intersectTable, navigationProperty }: ManyToMany): RelationshipRow {
	return {
		kind: "manyToMany",
		schemaName,
		...(otherTable !== undefined && { otherTable }),
		...(intersectTable !== undefined && { intersectTable }),
		...(navigationProperty !== undefined && { navigationProperty }),
	};
}

import type { Ownership, TableType } from "../model.ts";
import { bold, code, inCode, oneOf, orEmpty } from "./cell.ts";
import type { TableFacts } from "./draft.ts";
import { fact, RowRules } from "./rowRules.ts";

const tableType = oneOf<TableType>(["Standard", "Virtual", "Elastic"]);
const ownership = oneOf<Ownership>(["UserOwned", "OrganizationOwned", "BusinessOwned", "TeamOwned", "None"]);

/** The rows of the Properties section in their published order. */
export const propertyRows = new RowRules<TableFacts>([
	fact("DisplayName", "displayName", orEmpty(bold)),
	fact("DisplayCollectionName", "displayCollectionName", orEmpty(bold)),
	fact("SchemaName", "schemaName", code),
	fact("CollectionSchemaName", "collectionSchemaName", code),
	fact("EntitySetName", "entitySetName", code),
	fact("LogicalName", "logicalName", code),
	fact("LogicalCollectionName", "logicalCollectionName", code),
	fact("PrimaryIdAttribute", "primaryIdColumn", code),
	fact("PrimaryNameAttribute", "primaryNameColumn", code),
	fact("TableType", "tableType", inCode(tableType)),
	fact("OwnershipType", "ownership", inCode(ownership)),
]);

import type { SandboxColumn, SandboxTable, StorageKind } from "../schema/sandboxTable.ts";
import { jsonText } from "./jsonText.ts";
import type { Page } from "./page.ts";
import type { ReadRow } from "./readRows.ts";

/** What a client cannot tell from the JSON alone (OData JSON Format 4.0, 4.5.3); absent for strings, booleans, numbers. */
const types: Readonly<Partial<Record<StorageKind, string>>> = {
	guid: "#Guid",
	long: "#Int64",
	decimal: "#Decimal",
	dateTime: "#DateTimeOffset",
	date: "#Date",
	binary: "#Binary",
};

/** The type of a property as `odata.metadata=full` names it. */
export function propertyType({ kind }: SandboxColumn): string | undefined {
	return types[kind];
}

/** The beginning of a row with `odata.metadata=full`: type, id, version and edit link. */
export function fullMetadata({ logicalName, entitySetName }: SandboxTable): (row: ReadRow, page: Page) => string {
	const type = `{"@odata.type":"#Microsoft.Dynamics.CRM.${logicalName}"`;
	return (row, { root }) => {
		const link = `${entitySetName}(${String(row[0])})`;
		const etag = row[1] === null ? "" : `,"@odata.etag":"W/\\"${String(row[1])}\\""`;
		return `${type},"@odata.id":${jsonText(root + link)}${etag},"@odata.editLink":"${link}"`;
	};
}

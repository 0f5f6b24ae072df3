import type { LayerId, Table } from "./model.ts";

/** Where the publisher keeps the reference pages of each layer. */
const folders: Readonly<Record<LayerId, string>> = {
	dataverse: "https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/",
	dynamics365: "https://learn.microsoft.com/dynamics365/developer/reference/entities/",
	"customer-service": "https://learn.microsoft.com/dynamics365/customer-service/develop/reference/entities/",
};

/**
 * The publisher's documentation page of a table. Undefined where its layer is not one of the published reference: a
 * table that only an environment knows has no such page.
 */
export function documentationUrl({ layer, logicalName }: Pick<Table, "layer" | "logicalName">): string | undefined {
	const folder = Object.hasOwn(folders, layer) ? folders[layer] : undefined;
	return folder === undefined ? undefined : folder + encodeURIComponent(logicalName.toLowerCase());
}

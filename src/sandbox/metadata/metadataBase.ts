import type { PropertyTable } from "./metadataType.ts";
import { propertiesOf } from "./properties.ts";

/** What every definition has: its id, and whether it changed since a stamp, which nothing here ever has. */
export function metadataBase<Source>(id: (source: Source) => string): PropertyTable<Source> {
	const { guid, flag } = propertiesOf<Source>();
	return { MetadataId: guid(id), HasChanged: flag() };
}

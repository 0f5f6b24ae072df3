import { attributeTypeOf } from "./attributeType.ts";
import { type ColumnSource, columnSources } from "./columnSource.ts";
import { columnType } from "./columnType.ts";
import { columnTypes } from "./columnTypes.ts";
import { define, type Definition } from "./metadataType.ts";
import type { TableSource } from "./tableSource.ts";

/** Each column with the type that fits it best. */
export function columnDefinitions(owner: TableSource): readonly Definition[] {
	return columnSources(owner).map(columnDefinition);
}

function columnDefinition(source: ColumnSource): Definition {
	return define(columnTypes.get(attributeTypeOf(source.column.type).metadataType) ?? columnType, source);
}

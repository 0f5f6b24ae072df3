import { choiceDefinition, choiceKindOf } from "./choiceType.ts";
import { columnPlace, type ColumnSource } from "./columnSource.ts";
import type { Definition } from "./metadataType.ts";

/**
 * The options of a column: none where no choice is documented. `OptionSet` and `GlobalOptionSet` lead to the same
 * definition, whether the choice is global or local, as the documentation shows.
 */
export function columnOptionSet(source: ColumnSource): readonly Definition[] {
	return source.column.choice === undefined ? [] : [choiceOf(source)];
}

/** A yes and no column has two options also where their labels are not documented. */
export function booleanOptionSet(source: ColumnSource): readonly Definition[] {
	return [choiceOf(source)];
}

function choiceOf(source: ColumnSource): Definition {
	const { column, owner } = source;
	const name = column.choice?.globalName ?? undefined;
	return choiceDefinition({
		...(name !== undefined && { name }),
		place: name ?? columnPlace(source),
		kind: choiceKindOf(column.type),
		global: name !== undefined && owner.catalog.choice(name)?.local === false,
		options: column.choice?.options ?? [],
	});
}

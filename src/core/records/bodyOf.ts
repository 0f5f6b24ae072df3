import type { Row, RowValue } from "../client/row.ts";
import type { Column } from "../schema/model.ts";
import type { RecordChange } from "./recordChange.ts";

/** The facts of a column by the property that holds it. */
export type ColumnFacts = (property: string) => Column | undefined;

/**
 * What is sent for a change: new values and nothing else. A status reason goes with the status that it belongs to, because
 * the service checks the two against each other.
 */
export function bodyOf({ cells }: RecordChange, facts: ColumnFacts): Row {
	const body: Record<string, RowValue> = {};
	for (const [property, value] of cells) {
		const state = stateOf(facts(property), value);
		if (state !== undefined) body.statecode = state;
		body[property] = value;
	}
	return body;
}

function stateOf(column: Column | undefined, value: RowValue): number | undefined {
	if (column?.type !== "Status" || column.logicalName !== "statuscode") return undefined;
	return column.choice?.options.find((option) => option.value === value)?.state;
}

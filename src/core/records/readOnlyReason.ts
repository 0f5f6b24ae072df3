import type { Column, ColumnType, Table } from "../schema/model.ts";
import type { ReadOnlyReason } from "./valueProblem.ts";

const reasonOfType: Readonly<Partial<Record<ColumnType, ReadOnlyReason>>> = {
	Customer: "lookup",
	EntityName: "otherKind",
	File: "otherKind",
	Image: "otherKind",
	Lookup: "lookup",
	ManagedProperty: "otherKind",
	Owner: "lookup",
	PartyList: "otherKind",
	State: "state",
	Virtual: "otherKind",
};

/** Bits of `sourceTypeMask`: where the values of a column come from. */
const calculated = 2;
const rollup = 4;

/**
 * Why a cell of this column cannot be edited; undefined where it can. What is not documented is not held against the
 * column: the service decides then.
 */
export function readOnlyReason(table: Pick<Table, "primaryIdColumn">, column: Column): ReadOnlyReason | undefined {
	const { logicalName, access, sourceTypeMask = 0, type } = column;
	if (table.primaryIdColumn === undefined) return "noId";
	if (logicalName === table.primaryIdColumn) return "primaryId";
	if ((sourceTypeMask & calculated) !== 0) return "calculated";
	if ((sourceTypeMask & rollup) !== 0) return "rollup";
	if (access === "readOnly") return "notWritable";
	return type === undefined ? undefined : reasonOfType[type];
}

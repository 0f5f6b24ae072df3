import type { Option } from "../../core/schema/model.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RowDraft } from "./rowDraft.ts";
import { messageForState } from "./stateMessages.ts";
import { stateNeedsMessage, statusOfOtherState, unknownState, unknownStatus } from "./writeRefusals.ts";

/**
 * State and status go as a pair. A state alone brings its default status, also where the state stays as it was; a
 * status, alone too, must belong to the state that the row has after the write: it never moves the state. A new row
 * begins in its first state whatever was sent, since `statecode` is not valid for create.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/update-delete-entities-using-web-api#basic-update
 */
export function setStatus(draft: RowDraft): void {
	const { table, before } = draft;
	const states = optionsOf(table, "statecode");
	const initial = initialState(table, states);
	if (initial === undefined) return;
	if (before !== undefined && !draft.sets("statecode") && !draft.sets("statuscode")) return;
	const state = before === undefined ? initial : wantedState(draft, states, initial);
	const statuses = optionsOf(table, "statuscode");
	draft.setKept("statecode", state.value);
	const wanted = draft.sets("statuscode") ? draft.value("statuscode") : null;
	if (typeof wanted === "number") checkStatus(draft, state, statuses, wanted);
	else draft.setKept("statuscode", defaultStatus(state, statuses));
}

/** The state after an update; refused where it is none of the table, or where only a message leads to it. */
function wantedState(draft: RowDraft, states: readonly Option[], initial: Option): Option {
	const { table, id, before } = draft;
	const wanted = draft.value("statecode") ?? before?.statecode ?? initial.value;
	const state = states.find(({ value }) => value === wanted);
	if (state === undefined) throw unknownState(Number(wanted), table.logicalName, id);
	if (state.value === before?.statecode) return state;
	const operation = messageForState(table.logicalName, state.value);
	if (operation === undefined) return state;
	throw stateNeedsMessage(table.logicalName, operation.stateName ?? nameOf(state), operation.name);
}

/** Where the statuses of a table are not documented, any may be right. */
function checkStatus({ table, id }: RowDraft, state: Option, statuses: readonly Option[], wanted: number): void {
	if (statuses.length === 0) return;
	const status = statuses.find(({ value }) => value === wanted);
	if (status === undefined) throw unknownStatus(wanted, table.logicalName, id);
	if (status.state === undefined || status.state === state.value) return;
	const { schemaName = table.logicalName } = table.table;
	throw statusOfOtherState(wanted, `${schemaName}State.${nameOf(state)}`, table.logicalName, id);
}

/** The default where it is documented, else the first status of that state. Some pages give -1 for none. */
function defaultStatus(state: Option, statuses: readonly Option[]): number | null {
	const documented = state.defaultStatus ?? -1;
	return documented >= 0 ? documented : (statuses.find((status) => status.state === state.value)?.value ?? null);
}

function initialState(table: SandboxTable, states: readonly Option[]): Option | undefined {
	const documented = table.columns.get("statecode")?.column.choice?.defaultValue;
	return states.find(({ value }) => value === documented) ?? states[0];
}

function optionsOf(table: SandboxTable, column: string): readonly Option[] {
	const known = table.columns.get(column);
	return (known?.stored === true ? known.column.choice?.options : undefined) ?? [];
}

const nameOf = ({ invariantName, label, value }: Option): string => invariantName ?? label ?? String(value);

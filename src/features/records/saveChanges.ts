import type { ClientProblem } from "../../core/client/clientProblem.ts";
import type { ClientResult, DataverseClient, Written } from "../../core/client/dataverseClient.ts";
import type { Progress } from "../../core/client/requestOptions.ts";
import type { ColumnFacts } from "../../core/records/bodyOf.ts";
import type { RecordBase, RecordChange } from "../../core/records/recordChange.ts";
import { writeOf } from "../../core/records/writeOf.ts";

/** What became of one record's change. */
export type ChangeOutcome =
	| { readonly state: "saving"; readonly progress?: Progress }
	/** With the record as it is now. */
	| { readonly state: "saved"; readonly change: RecordChange; readonly now: RecordBase }
	| { readonly state: "notSaved"; readonly problem: ClientProblem };

export interface SaveParts {
	readonly changes: readonly RecordChange[];
	readonly facts: ColumnFacts;
	readonly client: Pick<DataverseClient, "update">;
	readonly signal: AbortSignal;
	/** Takes a change that was saved out of the set; gives the record as it is now. */
	readonly saved: (change: RecordChange, written: Written) => Promise<RecordBase>;
	readonly onOutcome: (record: string, outcome: ChangeOutcome) => void;
}

/**
 * Saves record by record, each over the version that the person saw. One that is refused does not keep the others from
 * being saved; after a cancel, and where nothing can be written at all, the rest is not tried.
 */
export async function saveChanges(parts: SaveParts): Promise<void> {
	const { changes, facts, client, signal, saved, onOutcome } = parts;
	for (const change of changes) {
		if (signal.aborted) return;
		const { id } = change.base;
		const { target, body, options } = writeOf(change, facts);
		onOutcome(id, { state: "saving" });
		const onProgress = (progress: Progress): void => {
			onOutcome(id, { state: "saving", progress });
		};
		const written: ClientResult<Written> = await client.update(target, body, { ...options, signal, onProgress });
		if (written.ok) {
			onOutcome(id, { state: "saved", change, now: await saved(change, written.value) });
			continue;
		}
		onOutcome(id, { state: "notSaved", problem: written.problem });
		if (stopsAll(written.problem)) return;
	}
}

/** The next one would fail in the same way. */
function stopsAll({ code }: ClientProblem): boolean {
	return code === "cancelled" || code === "readOnly" || code === "signIn" || code === "foreignOrigin";
}

/** Rows of a query with the changes that are staged in them. Knows no editor: what it reads from is handed in. */
import type { Outcome } from "../../core/base/outcome.ts";
import type { ClientProblem } from "../../core/client/clientProblem.ts";
import type { ClientResult, DataverseClient, Page } from "../../core/client/dataverseClient.ts";
import type { Progress } from "../../core/client/requestOptions.ts";
import { type CellEdit, inverseOf } from "../../core/records/cellEdit.ts";
import { ChangeSet } from "../../core/records/changeSet.ts";
import { readTyped } from "../../core/records/readTyped.ts";
import { baseValue, type RecordBase, type RecordChange } from "../../core/records/recordChange.ts";
import { sameValue } from "../../core/records/sameValue.ts";
import type { ValueProblem } from "../../core/records/valueProblem.ts";
import type { BrowsedTable } from "./browsedTable.ts";
import { RowList } from "./rowList.ts";

export interface ResultsSource {
	/** Undefined where there is none, which the person was told. */
	client(): Promise<DataverseClient | undefined>;
	/** Rows of one page. */
	pageSize(): number;
}

/** Why there are no rows, or no more of them. */
export type LoadProblem = ClientProblem | { readonly code: "noClient" };

export interface LoadState {
	readonly phase: "loading" | "ready" | "problem";
	readonly progress?: Progress;
	readonly problem?: LoadProblem;
	/** Of the last page. */
	readonly milliseconds?: number;
	/** Of all rows, as far as the service counts. */
	readonly count?: number;
	readonly countLimitExceeded?: boolean;
	/** Address of the next page. */
	readonly next?: string;
}

/** What became another: rows from that place on, one record's values, the staged changes, or only the state. */
export interface ModelChange {
	readonly rowsFrom?: number;
	readonly record?: string;
	readonly staged?: true;
}

export class ResultsModel {
	readonly table: BrowsedTable;
	readonly #source: ResultsSource;
	readonly #listeners = new Set<(change: ModelChange) => void>();
	readonly #list = new RowList();
	#changes: ChangeSet = ChangeSet.empty;
	#state: LoadState = { phase: "ready" };
	#reading: AbortController | undefined;

	constructor(table: BrowsedTable, source: ResultsSource) {
		this.table = table;
		this.#source = source;
	}

	/** As they are on the screen: rows that only a draft has, then those of the pages. Without what is staged. */
	get rows(): readonly RecordBase[] {
		return this.#list.rows;
	}

	get state(): LoadState {
		return this.#state;
	}

	get changes(): ChangeSet {
		return this.#changes;
	}

	isKept(record: string): boolean {
		return this.#list.isKept(record);
	}

	onDidChange(listener: (change: ModelChange) => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	record(id: string): RecordBase | undefined {
		return this.#changes.record(id)?.base ?? this.#list.find(id);
	}

	/** Reads the first page; the rows that are here stay until it has come. */
	async load(): Promise<void> {
		await this.#read(this.table.path, true);
	}

	/** Reads the next page, where there is one and nothing is being read. */
	async more(): Promise<void> {
		const { phase, next } = this.#state;
		if (phase !== "loading" && next !== undefined) await this.#read(next, false);
	}

	/** What failed is tried again; otherwise everything is read anew. */
	async again(): Promise<void> {
		const { phase, next } = this.#state;
		if (phase === "problem" && next !== undefined) await this.#read(next, false);
		else await this.load();
	}

	cancel(): void {
		this.#reading?.abort();
	}

	/** The edit that a typed text means. Undefined where it changes nothing. */
	edit(record: string, property: string, text: string): Outcome<CellEdit | undefined, ValueProblem> {
		const base = this.record(record);
		const column = this.table.facts(property);
		if (base === undefined || column === undefined) return { ok: true, value: undefined };
		const read = readTyped(this.table.table, column, text);
		if (!read.ok) return read;
		const before = this.#changes.shown(base, property);
		if (sameValue(before, read.value)) return { ok: true, value: undefined };
		return { ok: true, value: { record, property, before, after: read.value } };
	}

	/** The edits that take back everything that is staged. */
	discarding(): readonly CellEdit[] {
		const edits = this.#changes.records.flatMap(({ base, cells }) =>
			[...cells].map(([property, after]) => ({
				record: base.id,
				property,
				before: baseValue(base, property),
				after,
			})),
		);
		return inverseOf(edits);
	}

	apply(edits: readonly CellEdit[]): void {
		this.#changes = this.#changes.apply(edits, (id) => this.#list.find(id));
		this.#tell({ staged: true });
	}

	/** What is staged, in the order of the rows. */
	get staged(): readonly RecordChange[] {
		return [...this.#changes.records].sort(
			(left, right) => this.#list.place(left.base.id) - this.#list.place(right.base.id),
		);
	}

	/** Takes what a draft has staged; to be called before anything is read. */
	restore(changes: readonly RecordChange[]): void {
		this.#changes = ChangeSet.of(changes);
		this.#list.keep(this.#changes.records.map(({ base }) => base));
		this.#tell({ rowsFrom: 0, staged: true });
	}

	/** The record is another now: it was saved, or read again. */
	rebase(base: RecordBase): void {
		this.#list.replace(base);
		this.#changes = this.#changes.rebase(base);
		this.#tell({ record: base.id, staged: true });
	}

	/** Reads one record with the columns of the page. An answer that is of no or another record is none. */
	async readAgain(id: string, signal?: AbortSignal): Promise<ClientResult<RecordBase>> {
		const base = this.record(id);
		const client = await this.#source.client();
		if (client === undefined || base === undefined) return { ok: false, problem: { code: "cancelled" } };
		const options = { strongConsistency: true, ...(signal !== undefined && { signal }) };
		const read = await client.retrieve(base.target, this.table.select, options);
		if (!read.ok) return read;
		const now = this.table.base(read.value, 0);
		return now.id === id ? { ok: true, value: now } : { ok: false, problem: { code: "unreadable", what: "noId" } };
	}

	dispose(): void {
		this.#reading?.abort();
		this.#listeners.clear();
	}

	async #read(path: string, first: boolean): Promise<void> {
		this.#reading?.abort();
		const reading = new AbortController();
		this.#reading = reading;
		const { count, countLimitExceeded, next } = this.#state;
		const known: Omit<LoadState, "phase"> = first
			? {}
			: {
					...(count !== undefined && { count }),
					...(countLimitExceeded !== undefined && { countLimitExceeded }),
					...(next !== undefined && { next }),
				};
		this.#set({ ...known, phase: "loading" });
		const result = await this.#page(path, reading.signal, (progress) => {
			if (this.#reading === reading) this.#set({ ...known, phase: "loading", progress });
		});
		// A later reading has taken the place of this one.
		if (this.#reading !== reading) return;
		this.#reading = undefined;
		if (result.ok) this.#take(result.value, known, first);
		else this.#set({ ...known, phase: "problem", problem: result.problem });
	}

	async #page(
		path: string,
		signal: AbortSignal,
		onProgress: (progress: Progress) => void,
	): Promise<Outcome<Page, LoadProblem>> {
		const client = await this.#source.client();
		if (client === undefined) return { ok: false, problem: { code: "noClient" } };
		if (signal.aborted) return { ok: false, problem: { code: "cancelled" } };
		for await (const page of client.query(path, { pageSize: this.#source.pageSize(), signal, onProgress })) return page;
		return { ok: false, problem: { code: "unreadable", what: "noRows" } };
	}

	#take(page: Page, known: Omit<LoadState, "phase">, first: boolean): void {
		const staged = this.#changes.records.map(({ base }) => base);
		const start = first ? 0 : this.#list.pageRows;
		const bases = page.rows.map((row, index) => this.table.base(row, start + index));
		const rowsFrom = first ? this.#list.restart(bases, staged) : this.#list.append(bases, staged);
		const { count = known.count, countLimitExceeded = known.countLimitExceeded, next, reply } = page;
		this.#state = {
			phase: "ready",
			milliseconds: reply.milliseconds,
			...(count !== undefined && { count }),
			...(countLimitExceeded !== undefined && { countLimitExceeded }),
			...(next !== undefined && { next }),
		};
		this.#tell({ rowsFrom, ...(first && staged.length > 0 && { staged: true }) });
	}

	#set(state: LoadState): void {
		this.#state = state;
		this.#tell({});
	}

	#tell(change: ModelChange): void {
		for (const listener of this.#listeners) listener(change);
	}
}

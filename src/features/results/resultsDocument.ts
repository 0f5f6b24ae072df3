import {
	type CustomDocument,
	type CustomDocumentContentChangeEvent,
	type CustomDocumentEditEvent,
	EventEmitter,
	TabInputCustom,
	type Uri,
	window,
	workspace,
} from "vscode";
import type { ClientResult, Written } from "../../core/client/dataverseClient.ts";
import { etagOf } from "../../core/client/readRow.ts";
import { type CellEdit, inverseOf } from "../../core/records/cellEdit.ts";
import { baseValue, type RecordBase, type RecordChange } from "../../core/records/recordChange.ts";
import type { Column } from "../../core/schema/model.ts";
import type { DescribedChange } from "../../host/describedChange.ts";
import { readSetting } from "../../host/settings.ts";
import { say } from "../../host/say.ts";
import type { StagedDocument } from "../../host/stagedChanges.ts";
import type { Message } from "../../words/message.ts";
import { editLabel, valueProblemMessage } from "../../words/records.ts";
import { columnNames } from "./columnNames.ts";
import { DirtyMark } from "./dirtyMark.ts";
import type { ResultsAddress } from "./resultsAddress.ts";
import { printDraft } from "./resultsDraft.ts";
import type { ResultsModel } from "./resultsModel.ts";
import { shownText } from "./resultsPage.ts";

type DocumentEvent = CustomDocumentEditEvent<ResultsDocument> | CustomDocumentContentChangeEvent<ResultsDocument>;

/** Why a document has no rows at all: its address, its table or its draft cannot be read. */
export interface Unreadable {
	readonly problem: Message;
	/** A draft that is kept as it is. */
	readonly draft?: string;
}

/**
 * Results with what is staged in them, as VS Code sees a document: edits go to its undo stack, what is staged makes it
 * dirty, and saving it in the editor's sense sends nothing.
 */
export class ResultsDocument implements CustomDocument, StagedDocument {
	readonly uri: Uri;
	readonly address: ResultsAddress;
	readonly content: ResultsModel | Unreadable;
	readonly #events = new EventEmitter<DocumentEvent>();
	readonly #staged = new EventEmitter<void>();
	readonly #shows = new EventEmitter<string | undefined>();
	readonly #mark = new DirtyMark();
	readonly #ends: { dispose(): unknown }[] = [];
	#lastEdit = 0;
	#settling = 0;

	readonly onEvent = this.#events.event;
	readonly onDidChange = this.#staged.event;
	/** Review leads back to a record. */
	readonly onShow = this.#shows.event;

	constructor(uri: Uri, address: ResultsAddress, content: ResultsModel | Unreadable) {
		this.uri = uri;
		this.address = address;
		this.content = content;
		this.model?.onDidChange(({ staged }) => {
			if (staged === true) this.#staged.fire();
		});
	}

	get model(): ResultsModel | undefined {
		return "problem" in this.content ? undefined : this.content;
	}

	get title(): string {
		return this.uri.path.slice(this.uri.path.lastIndexOf("/") + 1);
	}

	get environment(): string {
		return this.address.environment;
	}

	get changes(): readonly RecordChange[] {
		return this.model?.staged ?? [];
	}

	/** Milliseconds since 1970; 0 where nothing was edited. */
	get lastEdit(): number {
		return this.#lastEdit;
	}

	readonly facts = (property: string): Column | undefined => this.model?.table.facts(property);

	/** Stages what was typed; gives why it cannot be. */
	stage(record: string, property: string, text: string): Message | undefined {
		const edit = this.model?.edit(record, property, text);
		if (edit === undefined) return undefined;
		if (!edit.ok) return valueProblemMessage(edit.problem);
		if (edit.value !== undefined) this.#make([edit.value], say(editLabel(this.#nameOf(property))));
		return undefined;
	}

	/** Takes everything back that is staged, as one edit that can be undone. */
	discard(label: string): void {
		const edits = this.model?.discarding() ?? [];
		if (edits.length > 0) this.#make(edits, label);
	}

	/**
	 * Brings a document that VS Code has just opened in line: the changes of a draft are there without edits that could be
	 * undone; and a window that was closed before it kept a draft leaves a document that is dirty without any change.
	 */
	restored(): void {
		if (this.changes.length > 0) this.#inLine();
		else if (this.model !== undefined && isDirtyTab(this.uri)) void workspace.save(this.uri);
	}

	/** True where VS Code may take the document as saved: nothing waits. */
	trySave(): boolean {
		if (this.model === undefined || this.changes.length > 0) return false;
		this.#mark.saved();
		return true;
	}

	revert(): void {
		this.#mark.reverted();
		this.model?.apply(this.model.discarding());
	}

	draft(): string {
		if ("problem" in this.content) return this.content.draft ?? printDraft([]);
		return printDraft(this.content.staged);
	}

	describe({ base, cells }: RecordChange): DescribedChange {
		const { model } = this;
		return {
			name: model?.table.nameOf(base) ?? base.id,
			cells: [...cells].map(([property, value]) => {
				const column = this.facts(property);
				return {
					property,
					column: columnNames(column, readSetting("schema.labels")),
					before: shownText(column, base, property, baseValue(base, property), say),
					after: shownText(column, base, property, value, say),
				};
			}),
		};
	}

	/**
	 * Where it cannot be read again the row shows what was sent, with the version that the write has told. Where it told none
	 * the old one stays: the next change is then refused as a conflict, and not written over what nobody has seen.
	 */
	async saved(change: RecordChange, written: Written): Promise<RecordBase> {
		const read = await this.readAgain(change.base.id);
		if (read.ok) return read.value;
		const { base } = change;
		const etag = written.etag ?? (written.record === undefined ? undefined : etagOf(written.record));
		// A version goes with the values that it is of: somebody else's may be among them.
		const row = written.record ?? withValues(base.row, change.cells);
		const now = { ...base, row, ...(etag !== undefined && { etag }) };
		this.model?.rebase(now);
		return now;
	}

	async readAgain(record: string, signal?: AbortSignal): Promise<ClientResult<RecordBase>> {
		const read = await this.model?.readAgain(record, signal);
		if (read === undefined) return { ok: false, problem: { code: "cancelled" } };
		if (read.ok) this.model?.rebase(read.value);
		return read;
	}

	/** Has VS Code take a document without changes for saved, which sends nothing. */
	async settle(): Promise<void> {
		if (this.changes.length > 0 || !this.#mark.isDirty) return;
		this.#settling += 1;
		try {
			await workspace.save(this.uri);
		} finally {
			this.#settling -= 1;
		}
		// VS Code takes what is there when the answer comes for saved, an edit that was made meanwhile too.
		if (this.changes.length > 0) this.#tellChanged();
	}

	/** VS Code was asked to save by the document itself, and not by a person. */
	get isSettling(): boolean {
		return this.#settling > 0;
	}

	show(record?: string): Promise<void> {
		this.#shows.fire(record);
		return Promise.resolve();
	}

	/** Disposed with the document. */
	whenClosed(part: { dispose(): unknown }): void {
		this.#ends.push(part);
	}

	dispose(): void {
		for (const part of this.#ends) part.dispose();
		this.model?.dispose();
		this.#events.dispose();
		this.#staged.dispose();
		this.#shows.dispose();
	}

	#make(edits: readonly CellEdit[], label: string): void {
		this.#lastEdit = Date.now();
		this.#mark.forward();
		this.model?.apply(edits);
		this.#events.fire({
			document: this,
			label,
			undo: () => {
				this.#mark.back();
				this.model?.apply(inverseOf(edits));
				this.#inLine();
			},
			redo: () => {
				this.#mark.forward();
				this.model?.apply(edits);
				this.#inLine();
			},
		});
		this.#inLine();
	}

	/** Dirty is what has staged changes, and nothing else is. */
	#inLine(): void {
		this.#lastEdit = Date.now();
		if (this.changes.length === 0) void this.settle();
		else if (!this.#mark.isDirty) this.#tellChanged();
	}

	#tellChanged(): void {
		this.#mark.changed();
		this.#events.fire({ document: this });
	}

	#nameOf(property: string): string {
		return columnNames(this.facts(property), readSetting("schema.labels"))[0] ?? property;
	}
}

function isDirtyTab(uri: Uri): boolean {
	const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
	return tabs.some(
		({ input, isDirty }) => isDirty && input instanceof TabInputCustom && String(input.uri) === String(uri),
	);
}

/** The row with other values, without what the service said of the old ones. */
function withValues(row: RecordBase["row"], cells: RecordChange["cells"]): RecordBase["row"] {
	const kept = Object.entries(row).filter(([name]) => ![...cells.keys()].some((each) => name.startsWith(`${each}@`)));
	return { ...Object.fromEntries(kept), ...Object.fromEntries(cells) };
}

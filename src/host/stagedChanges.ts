import { type Event, EventEmitter, type Uri } from "vscode";
import type { ClientResult, Written } from "../core/client/dataverseClient.ts";
import type { ColumnFacts } from "../core/records/bodyOf.ts";
import type { RecordBase, RecordChange } from "../core/records/recordChange.ts";
import type { DescribedChange } from "./describedChange.ts";

/** A document with changes that wait to be saved, as Review Changes sees it. The document keeps them; Review sends them. */
export interface StagedDocument {
	readonly uri: Uri;
	/** What its tab says. */
	readonly title: string;
	/** Id of the environment that the records are of. */
	readonly environment: string;
	/** In the order of the rows on the screen. */
	readonly changes: readonly RecordChange[];
	readonly facts: ColumnFacts;
	/** Staged, taken back, saved or discarded. */
	readonly onDidChange: Event<void>;
	describe(change: RecordChange): DescribedChange;
	/** The change was saved: it leaves the set, and the row shows what the service holds now. Gives the record as it is now. */
	saved(change: RecordChange, written: Written): Promise<RecordBase>;
	/** Reads the record again: what is staged stays, over its new version. */
	readAgain(record: string, signal?: AbortSignal): Promise<ClientResult<RecordBase>>;
	/** Once a saving is over: a document of which nothing is staged any more is not dirty. */
	settle(): Promise<void>;
	/** Brings the document to the front, at this record. */
	show(record?: string): Promise<void>;
}

/** All documents that can have changes. */
export class StagedChanges {
	readonly #documents = new Map<string, StagedDocument>();
	readonly #changes = new EventEmitter<void>();

	/** A document has come or gone. */
	readonly onDidChange: Event<void> = this.#changes.event;

	add(document: StagedDocument): { dispose(): void } {
		const key = String(document.uri);
		this.#documents.set(key, document);
		this.#changes.fire();
		return {
			dispose: () => {
				if (this.#documents.get(key) === document) this.#documents.delete(key);
				this.#changes.fire();
			},
		};
	}

	find(uri: string): StagedDocument | undefined {
		return this.#documents.get(uri);
	}

	get all(): readonly StagedDocument[] {
		return [...this.#documents.values()];
	}
}

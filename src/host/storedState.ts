import type { Memento } from "vscode";

/** How one stored thing is kept: its key, the version written now, and how any version is read. */
export interface StoredShape<Value> {
	readonly key: string;
	readonly version: number;
	readonly empty: Value;
	/** Reads what this or an older version wrote; undefined where it is damaged. */
	parse(data: unknown, version: number): Value | undefined;
}

/** A value in VS Code's storage that knows its version. Nothing is read before the first call. */
export class StoredState<Value> {
	readonly #memento: Memento;
	readonly #shape: StoredShape<Value>;

	constructor(memento: Memento, shape: StoredShape<Value>) {
		this.#memento = memento;
		this.#shape = shape;
	}

	/** True where a newer extension wrote it: it is shown as empty and must not be overwritten. */
	get isNewer(): boolean {
		return (this.#envelope()?.version ?? 0) > this.#shape.version;
	}

	read(): Value {
		const envelope = this.#envelope();
		if (envelope === undefined || this.isNewer) return this.#shape.empty;
		return this.#shape.parse(envelope.data, envelope.version) ?? this.#shape.empty;
	}

	/** Stores the value; does nothing and gives false where a newer extension's value would be lost. */
	async write(data: Value): Promise<boolean> {
		if (this.isNewer) return false;
		await this.#memento.update(this.#shape.key, { version: this.#shape.version, data });
		return true;
	}

	async remove(): Promise<void> {
		await this.#memento.update(this.#shape.key, undefined);
	}

	#envelope(): { readonly version: number; readonly data: unknown } | undefined {
		const stored = this.#memento.get<unknown>(this.#shape.key);
		if (typeof stored !== "object" || stored === null || !("version" in stored) || !("data" in stored))
			return undefined;
		return typeof stored.version === "number" ? { version: stored.version, data: stored.data } : undefined;
	}
}

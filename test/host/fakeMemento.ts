import type { Memento } from "vscode";

/** VS Code's storage, in memory; `synced` tells what it was asked to carry to other machines. */
export class FakeMemento implements Memento {
	readonly values = new Map<string, unknown>();
	synced: readonly string[] = [];

	keys(): readonly string[] {
		return [...this.values.keys()];
	}

	get<Value>(key: string, fallback?: Value): Value {
		return (this.values.has(key) ? this.values.get(key) : fallback) as Value;
	}

	update(key: string, value: unknown): Promise<void> {
		if (value === undefined) this.values.delete(key);
		else this.values.set(key, structuredClone(value));
		return Promise.resolve();
	}

	setKeysForSync(keys: readonly string[]): void {
		this.synced = keys;
	}
}

import type { Memento } from "vscode";
import { StoredState } from "../../host/storedState.ts";
import { type StoredDocuments, storedDocuments } from "./storedEnvironments.ts";

/** Choices of more documents than this are forgotten, the oldest first. */
const most = 200;

/** Which environment was chosen for which document of this workspace, by id. */
export class DocumentChoices {
	readonly #state: StoredState<StoredDocuments>;

	constructor(workspaceState: Memento) {
		this.#state = new StoredState(workspaceState, storedDocuments);
	}

	of(uri: string): string | undefined {
		return this.#state.read().find(([each]) => each === uri)?.[1];
	}

	/** Without an id nothing is chosen any more. */
	async choose(uri: string, id: string | undefined): Promise<void> {
		const others = this.#state.read().filter(([each]) => each !== uri);
		const all = id === undefined ? others : [...others, [uri, id] as const];
		await this.#state.write(all.slice(-most));
	}

	/** The environment is gone. */
	async forget(id: string): Promise<void> {
		await this.#state.write(this.#state.read().filter(([, each]) => each !== id));
	}

	async clear(): Promise<void> {
		await this.#state.remove();
	}
}

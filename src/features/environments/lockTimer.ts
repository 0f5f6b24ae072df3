import { window } from "vscode";
import { say } from "../../host/say.ts";
import { lockWords } from "../../words/environments.ts";
import type { EnvironmentStore } from "./environmentStore.ts";

/** How often the remaining minutes are shown anew, milliseconds. */
const tick = 20_000;

/** Lets the view and the status bar follow the time while something is unlocked, and tells when a lock has closed. */
export class LockTimer {
	readonly #store: EnvironmentStore;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#unlocked: ReadonlyMap<string, string> = new Map();

	constructor(store: EnvironmentStore) {
		this.#store = store;
	}

	/** Called at every change: waits as long as something is unlocked, and not at all otherwise. */
	follow(): void {
		clearTimeout(this.#timer);
		const now = this.#unlockedNow();
		for (const [id, name] of this.#unlocked) {
			if (!now.has(id)) window.setStatusBarMessage(say(lockWords.locked(name)), 8000);
		}
		this.#unlocked = now;
		const { nextEnd } = this.#store.locks;
		if (nextEnd === undefined) return;
		this.#timer = setTimeout(
			() => {
				this.#store.tellChange();
			},
			Math.max(0, Math.min(tick, nextEnd - Date.now())),
		);
	}

	dispose(): void {
		clearTimeout(this.#timer);
	}

	#unlockedNow(): ReadonlyMap<string, string> {
		const open = this.#store.all.filter(({ id }) => this.#store.lock(id).state === "unlocked");
		return new Map(open.map(({ id, name }) => [id, name]));
	}
}

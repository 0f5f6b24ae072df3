import type { Memento } from "vscode";
import type { Environment, SignInSettings } from "../../core/environment/environment.ts";
import { StoredState } from "../../host/storedState.ts";
import { type StoredConsent, storedConsent } from "./storedEnvironments.ts";

/** What the person decided about environments that files of workspaces share: none of it is in those files. */
export class SharedConsent {
	readonly #state: StoredState<StoredConsent>;

	constructor(globalState: Memento) {
		this.#state = new StoredState(globalState, storedConsent);
	}

	/** A host is asked about once, and again where the file leads to another tenant there. */
	isConfirmed(environment: Environment): boolean {
		return this.#state.read().places.includes(placeOf(environment));
	}

	async confirm(environment: Environment): Promise<void> {
		const { places, signIn } = this.#state.read();
		await this.#state.write({ places: [...new Set([...places, placeOf(environment)])], signIn });
	}

	/** With how the person signs in there, where it was chosen. */
	complete(environment: Environment): Environment {
		const signIn = this.#state.read().signIn[environment.id];
		return signIn === undefined ? environment : { ...environment, signIn };
	}

	/** False where a newer version of the extension has written before. */
	async setSignIn({ id }: Environment, chosen: SignInSettings | undefined): Promise<boolean> {
		const { places, signIn } = this.#state.read();
		const others = Object.entries(signIn).filter(([each]) => each !== id);
		const entries = chosen === undefined ? others : [...others, [id, chosen] as const];
		return await this.#state.write({ places, signIn: Object.fromEntries(entries) });
	}

	async clear(): Promise<void> {
		await this.#state.remove();
	}
}

function placeOf({ url, tenant }: Environment): string {
	return tenant === undefined ? url : `${url} ${tenant}`;
}

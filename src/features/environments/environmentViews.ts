import type { Environment } from "../../core/environment/environment.ts";
import type { SandboxSource } from "../../host/sandboxSource.ts";
import { say } from "../../host/say.ts";
import type { EnvironmentView } from "./environmentLook.ts";
import type { EnvironmentStore } from "./environmentStore.ts";
import type { SignedInUsers } from "./signedInUsers.ts";

/** Puts together what this window knows of an environment, for whatever shows it. */
export class EnvironmentViews {
	readonly #store: EnvironmentStore;
	readonly #users: SignedInUsers;
	readonly #sandbox: SandboxSource;

	constructor(store: EnvironmentStore, users: SignedInUsers, sandbox: SandboxSource) {
		this.#store = store;
		this.#users = users;
		this.#sandbox = sandbox;
	}

	of(environment: Environment): EnvironmentView {
		const user = this.#users.of(environment);
		const version = this.#store.version(environment.id);
		return {
			environment,
			lock: this.#store.lock(environment.id),
			isCurrent: this.#store.current?.id === environment.id,
			isRunning: this.#sandbox.running?.url === environment.url,
			...(user !== undefined && { user }),
			...(version !== undefined && { version }),
			now: Date.now(),
			say,
		};
	}
}

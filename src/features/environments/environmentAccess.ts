import { window } from "vscode";
import type { ClientProblem } from "../../core/client/clientProblem.ts";
import type { DataverseClient } from "../../core/client/dataverseClient.ts";
import { type Environment, sandboxId } from "../../core/environment/environment.ts";
import { pickSignInMethod } from "../../host/pickSignInMethod.ts";
import type { SandboxSource } from "../../host/sandboxSource.ts";
import { say } from "../../host/say.ts";
import { tellClientProblem } from "../../host/tellProblem.ts";
import type { TokenSource } from "../../host/tokenSource.ts";
import { environmentWords, sharedWords, signInWords } from "../../words/environments.ts";
import { checkConnection, readVersion } from "./connection.ts";
import type { EnvironmentClients } from "./environmentClients.ts";
import type { EnvironmentStore } from "./environmentStore.ts";
import type { SignedInUsers } from "./signedInUsers.ts";

interface Parts {
	readonly store: EnvironmentStore;
	readonly tokens: TokenSource;
	readonly sandbox: SandboxSource;
	readonly clients: EnvironmentClients;
	readonly users: SignedInUsers;
	/** When the files that workspaces share have been read: they may make a kind stricter. */
	readonly sharedRead: () => Promise<void>;
}

/** The way to an environment: the host confirmed, somebody signed in, the sandbox started. Tells the person what fails. */
export class EnvironmentAccess {
	readonly #parts: Parts;
	readonly #opening = new Map<string, Promise<DataverseClient | undefined>>();

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** However many ask for one environment at a time, the person is asked once. */
	async client(id: string): Promise<DataverseClient | undefined> {
		const opening = this.#opening.get(id) ?? this.#open(id);
		this.#opening.set(id, opening);
		try {
			return await opening;
		} finally {
			this.#opening.delete(id);
		}
	}

	/** Signs in by asking, and checks the connection. True where it works. */
	async signIn(environment: Environment): Promise<boolean> {
		const { clients, tokens } = this.#parts;
		if (clients.isSandbox(environment)) return await this.connect(environment);
		if (!(await this.confirmHost(environment))) return false;
		const methods = tokens.methods();
		const method = await pickSignInMethod(signInWords.howTo(environment.name), methods);
		if (method === undefined) return false;
		const signedIn = await tokens.signIn(environment, method);
		if (signedIn === undefined) return false;
		if (!signedIn.ok) {
			const { problem } = signedIn;
			this.#tell(environment, { code: "signIn", problem }, () => this.signIn(environment));
			return false;
		}
		await this.#keep(environment, signedIn.value.settings);
		return await this.connect(this.#parts.store.find(environment.id) ?? environment);
	}

	/** Asks the environment who one is, and tells the answer or what is wrong. */
	async connect(environment: Environment): Promise<boolean> {
		const { store, clients, users } = this.#parts;
		const checked = await checkConnection(environment, clients.of(environment));
		if (!checked.ok) {
			this.#tell(environment, checked.problem, () => this.connect(environment));
			return false;
		}
		const { version } = checked.value;
		if (version !== undefined) await store.setVersion(environment.id, version);
		await users.refresh(store.all);
		const user = users.of(environment);
		const { name } = environment;
		const sentence =
			user === undefined || version === undefined
				? signInWords.connectedOnly(name)
				: signInWords.connected(name, user, version);
		void window.showInformationMessage(say(sentence));
		return true;
	}

	/** A host that only a file of the workspace names is asked about once, before anybody signs in there. */
	async confirmHost(environment: Environment): Promise<boolean> {
		const { store } = this.#parts;
		if (store.isConfirmed(environment)) return true;
		const { name, url, tenant } = environment;
		const use = say(sharedWords.use);
		const detail = [sharedWords.confirmDetail, ...(tenant === undefined ? [] : [sharedWords.confirmTenant(tenant)])];
		const answer = await window.showWarningMessage(
			say(sharedWords.confirm(name, new URL(url).host)),
			{ modal: true, detail: detail.map(say).join("\n\n") },
			use,
		);
		if (answer !== use) return false;
		await store.consent.confirm(environment);
		return true;
	}

	/** Learns the versions of what one can reach without asking anybody. */
	async learnVersions(): Promise<void> {
		const { store, clients, users, sandbox } = this.#parts;
		const reachable = store.all.filter((environment) =>
			environment.id === sandboxId ? sandbox.running !== undefined : users.of(environment) !== undefined,
		);
		await Promise.all(
			reachable.map(async (environment) => {
				const version = await readVersion(clients.quiet(environment));
				if (version !== undefined) await store.setVersion(environment.id, version);
			}),
		);
	}

	/** Keeps how somebody signed in, and what follows from it. */
	async #keep(environment: Environment, settings: NonNullable<Environment["signIn"]>): Promise<void> {
		const { store, clients, users } = this.#parts;
		await store.setSignIn(environment, settings);
		clients.drop(environment.id);
		await users.refresh(store.all);
	}

	async #open(id: string): Promise<DataverseClient | undefined> {
		const { store, clients, sandbox, sharedRead } = this.#parts;
		await sharedRead();
		if (id === sandboxId && (await sandbox.start()) === undefined) return undefined;
		const environment = store.find(id);
		if (environment === undefined) {
			void window.showWarningMessage(say(environmentWords.gone));
			return undefined;
		}
		if (!(await this.confirmHost(environment))) return undefined;
		if (environment.signIn !== undefined || clients.isSandbox(environment)) return clients.of(environment);
		// Nobody has chosen how to sign in there yet.
		if (!(await this.signIn(environment))) return undefined;
		const ready = store.find(id);
		return ready && clients.of(ready);
	}

	/** Nothing waits for the notification: it may stay as long as it likes. */
	#tell({ id }: Environment, problem: ClientProblem, tryAgain: () => unknown): void {
		void tellClientProblem(problem, { environment: id, tryAgain });
	}
}

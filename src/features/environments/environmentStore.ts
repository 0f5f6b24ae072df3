import { EventEmitter, type ExtensionContext } from "vscode";
import { type Environment, sandboxId, type SignInSettings } from "../../core/environment/environment.ts";
import { EnvironmentLocks } from "../../core/environment/environmentLock.ts";
import { mergeShared, type SharedEnvironment } from "../../core/environment/sharedEnvironments.ts";
import type { EnvironmentLock } from "../../host/environments.ts";
import type { SandboxSource } from "../../host/sandboxSource.ts";
import { say } from "../../host/say.ts";
import { StoredState } from "../../host/storedState.ts";
import { sandboxWords } from "../../words/sandboxFeature.ts";
import { DocumentChoices } from "./documentChoices.ts";
import { SharedConsent } from "./sharedConsent.ts";
import {
	storedCurrent,
	type StoredList,
	storedList,
	type StoredVersions,
	storedVersions,
} from "./storedEnvironments.ts";

/**
 * The environments of this window: the person's own list, what trusted workspaces share, the sandbox, the choices made
 * here, and the locks. Everything is in memory or in VS Code's storage, so nothing here waits; writing tells false where a
 * newer version of the extension has written before.
 */
export class EnvironmentStore {
	readonly #list: StoredState<StoredList>;
	readonly #versions: StoredState<StoredVersions>;
	readonly #current: StoredState<string>;
	readonly #documents: DocumentChoices;
	readonly #sandbox: SandboxSource;
	readonly #changes = new EventEmitter<void>();
	#shared: readonly SharedEnvironment[] = [];

	/** The list, the current one, a lock, a document's choice or who is signed in has changed. */
	readonly onDidChange = this.#changes.event;
	readonly locks = new EnvironmentLocks({ now: () => Date.now() });
	readonly consent: SharedConsent;

	constructor(
		{ globalState, workspaceState }: Pick<ExtensionContext, "globalState" | "workspaceState">,
		sandbox: SandboxSource,
	) {
		this.#list = new StoredState(globalState, storedList);
		this.consent = new SharedConsent(globalState);
		this.#versions = new StoredState(globalState, storedVersions);
		this.#current = new StoredState(workspaceState, storedCurrent);
		this.#documents = new DocumentChoices(workspaceState);
		this.#sandbox = sandbox;
	}

	get isNewer(): boolean {
		return this.#list.isNewer;
	}

	get all(): readonly Environment[] {
		const { environments, order } = this.#list.read();
		const merged = mergeShared(environments, this.#shared).map((environment) =>
			environment.source === "workspace" ? this.consent.complete(environment) : environment,
		);
		const place = new Map(order.map((id, index) => [id, index]));
		// Those that were never moved follow in the order in which they came; the sandbox comes first.
		const placeOf = ({ id }: Environment) => place.get(id) ?? (id === sandboxId ? -1 : order.length);
		return [this.#sandboxEnvironment(), ...merged].sort((one, other) => placeOf(one) - placeOf(other));
	}

	get own(): readonly Environment[] {
		return this.#list.read().environments;
	}

	/** What is stored of it, without what files add: this is what an edit starts from. Of a shared one it is all of it. */
	ownOf(environment: Environment): Environment {
		return this.own.find(({ id }) => id === environment.id) ?? environment;
	}

	find(id: string | undefined): Environment | undefined {
		return id === undefined ? undefined : this.all.find((environment) => environment.id === id);
	}

	get current(): Environment | undefined {
		return this.find(this.#current.read());
	}

	/** True where this workspace has used an environment before; asks nothing but the storage. */
	get hasCurrent(): boolean {
		return this.#current.read() !== "";
	}

	async setCurrent(id: string | undefined): Promise<void> {
		await this.#current.write(id ?? "");
		this.#changes.fire();
	}

	/** What was chosen for a document; undefined where nothing was, or it is gone. */
	chosenFor(uri: string): Environment | undefined {
		return this.find(this.#documents.of(uri));
	}

	/** Without an id the document follows the current environment again. */
	async choose(uri: string, id: string | undefined): Promise<void> {
		await this.#documents.choose(uri, id);
		this.#changes.fire();
	}

	lock(id: string): EnvironmentLock {
		const environment = this.find(id);
		return environment === undefined ? { state: "locked" } : this.locks.of(environment);
	}

	/** Adds it at the end, or puts it in the place of the one with the same id. */
	async save(environment: Environment): Promise<boolean> {
		const { environments, order } = this.#list.read();
		const isNew = !environments.some(({ id }) => id === environment.id);
		const kept = { ...environment, source: "user" as const };
		return await this.#write({
			environments: isNew
				? [...environments, kept]
				: environments.map((each) => (each.id === environment.id ? kept : each)),
			order,
		});
	}

	async remove(removed: Environment): Promise<boolean> {
		const { environments, order } = this.#list.read();
		this.locks.lock(removed);
		await this.#forgetVersion(removed.id);
		await this.#documents.forget(removed.id);
		return await this.#write({
			environments: environments.filter(({ id }) => id !== removed.id),
			order: order.filter((id) => id !== removed.id),
		});
	}

	/** Puts one before another, or at the end. */
	async move(ids: readonly string[], before: string | undefined): Promise<boolean> {
		const rest = this.all.map(({ id }) => id).filter((id) => !ids.includes(id));
		const at = before === undefined ? -1 : rest.indexOf(before);
		const order = at < 0 ? [...rest, ...ids] : [...rest.slice(0, at), ...ids, ...rest.slice(at)];
		return await this.#write({ environments: this.own, order });
	}

	/** How the person signs in. Of a shared environment it is kept apart from the list, which stays as it is. */
	async setSignIn(environment: Environment, signIn: SignInSettings | undefined): Promise<boolean> {
		if (this.own.some(({ id }) => id === environment.id)) {
			const { signIn: _before, ...rest } = this.ownOf(environment);
			return await this.save(signIn === undefined ? rest : { ...rest, signIn });
		}
		const written = await this.consent.setSignIn(environment, signIn);
		this.#changes.fire();
		return written;
	}

	/** Whether the person may be signed in there without being asked: a host that only a file names is confirmed first. */
	isConfirmed(environment: Environment): boolean {
		return environment.source === "user" || this.consent.isConfirmed(environment);
	}

	version(id: string): string | undefined {
		return this.#versions.read()[id];
	}

	async setVersion(id: string, version: string): Promise<void> {
		if (this.version(id) === version) return;
		await this.#versions.write({ ...this.#versions.read(), [id]: version });
		this.#changes.fire();
	}

	/** What the files of trusted folders say now, in the order of the folders. */
	setShared(shared: readonly SharedEnvironment[]): void {
		this.#shared = shared;
		this.#changes.fire();
	}

	/** Something that the store does not know itself has changed: who is signed in, the sandbox, the time of a lock. */
	tellChange(): void {
		this.#changes.fire();
	}

	/** For Remove All Data. */
	async clear(): Promise<void> {
		const states = [this.#list, this.#versions, this.#current];
		await Promise.all([this.consent.clear(), this.#documents.clear(), ...states.map((state) => state.remove())]);
		this.#changes.fire();
	}

	dispose(): void {
		this.#changes.dispose();
	}

	async #write(list: StoredList): Promise<boolean> {
		const written = await this.#list.write(list);
		this.#changes.fire();
		return written;
	}

	async #forgetVersion(removed: string): Promise<void> {
		const others = Object.entries(this.#versions.read()).filter(([id]) => id !== removed);
		await this.#versions.write(Object.fromEntries(others));
	}

	/** Its address holds while it runs; before that it is a place holder on this machine. */
	#sandboxEnvironment(): Environment {
		return {
			id: sandboxId,
			name: say(sandboxWords.name),
			url: this.#sandbox.running?.url ?? "http://127.0.0.1",
			kind: "sandbox",
			source: "user",
		};
	}
}

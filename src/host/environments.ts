import type { Event, Uri } from "vscode";
import type { DataverseClient } from "../core/client/dataverseClient.ts";
import type { Environment } from "../core/environment/environment.ts";
import type { LockState } from "../core/environment/environmentLock.ts";

/** The environments as other features use them. The list itself is kept by features/environments. */
export interface Environments {
	/** In the person's order; the sandbox is always among them. */
	readonly all: readonly Environment[];
	/** The one that is used where nothing else is said. */
	readonly current: Environment | undefined;
	/** The list, the current one, a lock, a document's choice or who is signed in has changed. */
	readonly onDidChange: Event<void>;
	/** What was chosen for that document, or the current one. */
	ofDocument(uri: Uri): Environment | undefined;
	/** Asks which one where none is current; undefined where the person gave up. */
	choose(): Promise<Environment | undefined>;
	/**
	 * The client of an environment; starts the sandbox where it is that. It signs in with its first request, and may ask the
	 * person then. Undefined where the environment is gone or the sandbox did not start, which the person was told.
	 */
	client(id: string): Promise<DataverseClient | undefined>;
	/** "unlocked" holds in this window for a limited time. Only production is ever locked. */
	lock(id: string): EnvironmentLock;
	/** Asks for the environment's name and unlocks it in this window; true where it is open now. */
	unlock(id: string): Promise<boolean>;
}

/** The same as the core keeps it; "open" is what is no production. */
export type EnvironmentLock = LockState;

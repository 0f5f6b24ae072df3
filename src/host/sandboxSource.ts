import type { Event } from "vscode";

/** The built-in sandbox as the list of environments sees it. Its code is loaded with the first `start`. */
export interface SandboxSource {
	/** Undefined while it does not run in this window. */
	readonly running: SandboxAddress | undefined;
	readonly onDidChange: Event<void>;
	/** Starts it with progress, or gives the one that runs; undefined where it failed (the person was told) or was given up. */
	start(): Promise<SandboxAddress | undefined>;
}

export interface SandboxAddress {
	/** "http://127.0.0.1:50000". */
	readonly url: string;
	readonly token: string;
}

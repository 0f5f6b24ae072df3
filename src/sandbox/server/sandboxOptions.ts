/** How a sandbox is to run. Plain data: it goes to the worker as it is. */
export interface SandboxOptions {
	/** Path of the compiled schema. */
	readonly bundle: string;
	/** The database file; absent for one in memory, which ends with the sandbox. */
	readonly file?: string;
	/** Absent: a free one. */
	readonly port?: number;
	/** Sample rows to write into a database that has none yet; absent or 0 for those that every sandbox has. */
	readonly rows?: number;
	/** For sample rows and for the chance in faults. */
	readonly seed?: number;
	/** Faults in the grammar of `faults/parseFaults.ts`. */
	readonly fault?: string;
}

export type StartProblem =
	"sqliteMissing" | "newerFile" | "notASandbox" | "inUse" | "unusable" | "schema" | "port" | "fault" | "ended";

/** What the worker tells. */
export type WorkerMessage =
	| { readonly kind: "ready"; readonly url: string; readonly token: string }
	| { readonly kind: "failed"; readonly problem: StartProblem; readonly text: string }
	| { readonly kind: "log"; readonly text: string };

/** What it is told. */
export type WorkerCommand = "close";

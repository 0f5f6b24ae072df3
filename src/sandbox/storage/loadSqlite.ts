type Sqlite = typeof import("node:sqlite");

/**
 * Node's SQLite, or undefined where this Node has none. Loading it warns that it is experimental, which would tell
 * people nothing they can act on: that one warning is kept back, all others pass.
 */
export function loadSqlite(): Sqlite | undefined {
	const before = Object.getOwnPropertyDescriptor(process, "emitWarning");
	const pass = process.emitWarning.bind(process);
	process.emitWarning = (...args: readonly unknown[]) => {
		if (!String(args[0]).includes("SQLite is an experimental")) Reflect.apply(pass, process, args);
	};
	try {
		// Node.js 22.2, the oldest that the command line runs on, has not even this function.
		return "getBuiltinModule" in process ? process.getBuiltinModule("node:sqlite") : undefined;
	} finally {
		if (before !== undefined) Object.defineProperty(process, "emitWarning", before);
	}
}

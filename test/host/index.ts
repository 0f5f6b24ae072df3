/**
 * What runs inside the extension host, both in the browser rig and in desktop VS Code: all tests that lie bundled beside
 * this file. Rejects when a test fails or when there is none.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";

export interface Tally {
	readonly passed: number;
}

export async function run(): Promise<Tally> {
	// mocha is an ES module: what esbuild makes of a static import of it here has no default export.
	const { default: Mocha } = await import("mocha");
	const mocha = new Mocha({ ui: "bdd", color: false, timeout: 60_000, forbidOnly: true });
	for (const file of readdirSync(__dirname).filter((name) => name.endsWith(".test.js"))) {
		mocha.addFile(join(__dirname, file));
	}
	const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
		const runner = mocha.run(() => {
			resolve(runner.stats);
		});
	});
	if (stats === undefined || stats.failures > 0) throw new Error(`${stats?.failures ?? "All"} tests failed.`);
	if (stats.passes === 0) throw new Error("No test was executed.");
	return { passed: stats.passes };
}

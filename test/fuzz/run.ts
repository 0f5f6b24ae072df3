/**
 * `npm run fuzz [FACTOR]`: runs every test file that uses `fuzz()` with its counts multiplied (100 by default). A test
 * file takes part by importing `test/support/fuzz.ts`; it names nothing here.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../support/sharedFolder.ts";

const factor = Number(process.argv[2] ?? 100);
if (!Number.isInteger(factor) || factor < 1) {
	console.error("usage: npm run fuzz [FACTOR], a whole number from 1");
	process.exit(2);
}
const files = ["unit", "integration"].flatMap((suite) =>
	readdirSync(join(projectFolder, "test", suite), { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".test.ts"))
		.map((file) => join(projectFolder, "test", suite, file))
		.filter((file) => readFileSync(file, "utf8").includes("support/fuzz.ts")),
);
const mocha = join(projectFolder, "node_modules", "mocha", "bin", "mocha.js");
const config = join(projectFolder, "test", "support", "mocharc.json");
const { status } = spawnSync(process.execPath, [mocha, "--config", config, "--timeout", "0", ...files], {
	stdio: "inherit",
	env: { ...process.env, DVW_FUZZ: String(factor) },
});
process.exit(status ?? 1);

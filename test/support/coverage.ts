/**
 * `npm run coverage`: unit and integration tests under c8, without the shared material. Exit code 1 when a test fails
 * or when less than 90 % of the branches of src/core are taken.
 */
import { runToEnd } from "./childProcess.ts";
import { projectFolder } from "./sharedFolder.ts";

const mocha = ["node_modules/mocha/bin/mocha.js", "--config", "test/support/mocharc.json"];
/** What drives the sandbox or an identity provider takes minutes and adds little: the core's own tests are elsewhere. */
const driving = ["sandbox", "client", "auth"].flatMap((folder) => ["--ignore", `test/integration/${folder}/**`]);
const tests = [...driving, "test/unit/**/*.test.ts", "test/integration/**/*.test.ts"];
const c8 = [
	...["node_modules/c8/bin/c8.js", "--all", "--src", "src/core", "--include", "src/core/**/*.ts"],
	...["--reporter", "text", "--reporter", "html", "--reports-dir", "coverage", "--temp-directory", ".build/coverage"],
	...["--check-coverage", "--lines", "0", "--functions", "0", "--statements", "0", "--branches", "90"],
];

const { code } = await runToEnd(process.execPath, [...c8, process.execPath, ...mocha, ...tests], {
	cwd: projectFolder,
	env: { ...process.env, DVW_SHARED: "none" },
	onOutput: (text) => process.stdout.write(text),
});
process.exit(code);

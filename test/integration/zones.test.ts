/** The import rules of src/README.md are checked by ESLint and by the compiler; here those two are checked. */
import { deepEqual, match, ok } from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import ts from "typescript";
import { projectFolder } from "../support/sharedFolder.ts";

const importRules = /^(workbench\/import-zones|no-restricted-(imports|globals))$/;

/** A lint run of the import rules alone: the typed rules want files that are on the disk. */
const eslint = new ESLint({
	cwd: projectFolder,
	overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
	ruleFilter: ({ ruleId }) => importRules.test(ruleId),
});

/** What the import rules say of a file with this text, if it were at this place. */
async function importProblems(place: string, text: string): Promise<readonly string[]> {
	const [result] = await eslint.lintText(text, { filePath: join(projectFolder, place) });
	ok(result, `${place} is not linted at all`);
	return result.messages.map(({ ruleId, message }) => `${ruleId ?? "error"}: ${message}`);
}

const features = readdirSync(join(projectFolder, "src", "features"), { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

/** A source of that feature, as another feature would name it. The rule only sees targets that are there. */
function sourceOf(feature: string): string {
	const file = readdirSync(join(projectFolder, "src", "features", feature)).find((name) => name.endsWith(".ts"));
	ok(file, `${feature} has no sources`);
	return `../${feature}/${file}`;
}

describe("ESLint on imports between zones", () => {
	const [one = "", other = ""] = features;
	const probe = "zoneProbe.ts";
	const forbidden: readonly (readonly [string, string, RegExp])[] = [
		[`src/core/${probe}`, "vscode", /Only extension\.ts/],
		[`src/core/${probe}`, "node:fs", /runs anywhere/],
		[`src/core/${probe}`, "fs", /runs anywhere/],
		[`src/core/${probe}`, "../words/message.ts", /core knows only itself/],
		[`src/core/${probe}`, "../host/catalogProvider.ts", /core knows only itself/],
		[`src/core/base/${probe}`, "../schema/model.ts", /leaves/],
		[`src/words/${probe}`, sourceOf(one).replace("..", "../features"), /printable without an editor/],
		[`src/words/${probe}`, "vscode", /Only extension\.ts/],
		[`src/protocol/${probe}`, "../host/catalogProvider.ts", /plain data/],
		[`src/protocol/${probe}`, "node:path", /runs anywhere/],
		[`src/disk/${probe}`, "vscode", /Only extension\.ts/],
		[`src/disk/${probe}`, "../host/catalogProvider.ts", /they know neither/],
		[`src/disk/${probe}`, "node:http", /listen on a socket/],
		[`src/host/${probe}`, sourceOf(one).replace("..", "../features"), /would make a circle/],
		[`src/cli/${probe}`, "vscode", /Only extension\.ts/],
		[`src/cli/${probe}`, "../host/catalogProvider.ts", /without VS Code/],
		[`src/features/${one}/${probe}`, sourceOf(other), /never import one another/],
		[`src/features/${one}/${probe}`, "../../extension.ts", /composed by extension\.ts/],
		[`src/features/${one}/${probe}`, "node:sqlite", /Only the sandbox/],
		[`webview/${probe}`, "../src/host/catalogProvider.ts", /only through the protocol/],
		[`webview/${probe}`, "node:fs", /runs anywhere/],
		[`src/features/${one}/${probe}`, "@azure/msal-node", /Only auth/],
	];
	for (const [place, target, reason] of forbidden) {
		it(`${place} may not import ${target}`, async () => {
			const problems = await importProblems(place, `export { x } from "${target}";\n`);
			ok(problems.length > 0, "nothing is reported");
			match(problems.join("\n"), reason);
		});
	}

	const allowed: readonly (readonly [string, string])[] = [
		[`src/core/schema/${probe}`, "./model.ts"],
		[`src/words/${probe}`, "../core/schema/model.ts"],
		[`src/disk/${probe}`, "node:fs"],
		[`src/cli/${probe}`, "../words/message.ts"],
		[`src/features/${one}/${probe}`, "../../host/catalogProvider.ts"],
		[`src/features/${one}/${probe}`, "vscode"],
		[`webview/${probe}`, "../src/core/schema/model.ts"],
	];
	for (const [place, target] of allowed) {
		it(`${place} may import ${target}`, async () => {
			deepEqual(await importProblems(place, `export { x } from "${target}";\n`), []);
		});
	}

	for (const name of ["console", "Date", "process", "fetch", "setTimeout"]) {
		it(`the core may not use ${name}`, async () => {
			const problems = await importProblems(`src/core/${probe}`, `export const x = ${name};\n`);
			match(problems.join("\n"), new RegExp(`no-restricted-globals: .*'${name}'`));
		});
	}
});

/** Codes of the compiler's errors in a file with this text, if it were in the folder of that tsconfig. */
function compilerErrors(zone: string, text: string): readonly number[] {
	const config = join(projectFolder, zone, "tsconfig.json");
	const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
	const options = ts.getParsedCommandLineOfConfigFile(config, { noEmit: true }, host)?.options ?? {};
	const probe = join(projectFolder, zone, "zoneProbe.ts");
	const compiler = ts.createCompilerHost(options);
	const read = compiler.getSourceFile.bind(compiler);
	compiler.getSourceFile = (name, ...rest) =>
		name.endsWith("zoneProbe.ts") ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : read(name, ...rest);
	const program = ts.createProgram([probe], options, compiler);
	return program.getSemanticDiagnostics(program.getSourceFile(probe)).map(({ code }) => code);
}

describe("the compiler on imports between zones", function () {
	this.timeout(60_000);
	const vscode = 'import { window } from "vscode";\nexport const x = window;\n';
	const files = 'import { readFileSync } from "node:fs";\nexport const x = readFileSync;\n';
	const noMember = 2305;
	const noNodeTypes = 2591;

	for (const zone of ["src/core", "src/words", "src/protocol", "src/disk", "src/cli", "webview"]) {
		it(`${zone} finds nothing in "vscode"`, () => {
			deepEqual(compilerErrors(zone, vscode), [noMember]);
		});
	}

	for (const zone of ["src/core", "src/words", "src/protocol", "webview"]) {
		it(`${zone} has no "node:fs"`, () => {
			deepEqual(compilerErrors(zone, files), [noNodeTypes]);
		});
	}

	for (const zone of ["src/host", "src/features"]) {
		it(`${zone} has both`, () => {
			deepEqual(compilerErrors(zone, vscode + files.replaceAll("x =", "y =")), []);
		});
	}
});

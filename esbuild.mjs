// Bundles the extension, the command line, the webviews and (with --tests) the tests that run inside VS Code.
// Run by `npm run build`. Entries that are required lazily at run time are entries of their own, so that starting the
// extension loads only dist/extension.js.
import { mkdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const development = process.argv.includes("--development");
const withTests = process.argv.includes("--tests");

/** File in dist (without .js) -> source. The extension requires the others when it needs them. */
const nodeEntries = {
	extension: "src/extension.ts",
	cli: "src/cli.ts",
};

/** File in dist/webview -> source. */
const webviewEntries = {};

const shared = {
	bundle: true,
	minify: !development,
	sourcemap: development ? "linked" : false,
	legalComments: "none",
	logLevel: "warning",
	metafile: true,
};

const results = await Promise.all([
	build({
		...shared,
		entryPoints: nodeEntries,
		outdir: "dist",
		platform: "node",
		target: "node22",
		format: "cjs",
		external: ["vscode"],
	}),
	build({
		...shared,
		entryPoints: webviewEntries,
		outdir: "dist/webview",
		platform: "browser",
		target: "chrome130",
		format: "iife",
		jsx: "automatic",
		jsxImportSource: "preact",
	}),
	...(withTests
		? [
				build({
					...shared,
					minify: false,
					sourcemap: "linked",
					entryPoints: { index: "test/host/index.ts" },
					outdir: ".build/host-tests",
					platform: "node",
					target: "node22",
					format: "cjs",
					external: ["vscode", "mocha"],
				}),
			]
		: []),
]);

mkdirSync(".build", { recursive: true });
const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile.outputs));
const inputs = Object.assign({}, ...results.map(({ metafile }) => metafile.inputs));
writeFileSync(".build/metafile.json", JSON.stringify({ inputs, outputs }));

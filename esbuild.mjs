// Bundles the extension, the command line, the webviews and (with --tests) the tests that run inside VS Code.
// Run by `npm run build`. What the extension needs only later is an entry of its own: a dynamic `import()` of its source
// becomes a `require` of its bundle, so that starting the extension loads only dist/extension.js.
import { globSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { build } from "esbuild";
import { bundledLicenses } from "./test/support/bundledLicenses.ts";

const development = process.argv.includes("--development");
const withTests = process.argv.includes("--tests");

/** File in dist (without .js) -> source. The extension requires the others when it needs them. */
const nodeEntries = {
	extension: "src/extension.ts",
	cli: "src/cli.ts",
	openCatalog: "src/host/openCatalog.ts",
	search: "src/core/schema/search/createSearch.ts",
	sandbox: "src/features/sandbox/createSandbox.ts",
	sandboxWorker: "src/sandbox/server/sandboxWorker.ts",
	hover: "src/features/language/hoverProvider.ts",
	schemaBrowser: "src/features/schemaBrowser/schemaBrowser.ts",
	tablePage: "src/features/tablePage/tablePages.ts",
};

/** File in dist/webview -> source. */
const webviewEntries = {
	tablePage: "webview/tablePage/main.tsx",
};

const entryOf = new Map(Object.entries(nodeEntries).map(([name, source]) => [resolve(source), name]));

/** Turns `import("./heavy.ts")` into a lazy require of the entry that is bundled from it. */
const lazyEntries = {
	name: "lazy-entries",
	setup({ onResolve }) {
		onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
			if (kind !== "dynamic-import") return undefined;
			const source = resolve(resolveDir, path);
			const entry = entryOf.get(source);
			if (entry !== undefined) return { path: `./${entry}.js`, external: true };
			return {
				errors: [{ text: `${relative(".", source)} is imported lazily: list it in nodeEntries of esbuild.mjs` }],
			};
		});
	},
};

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
		plugins: [lazyEntries],
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
					entryPoints: globSync("test/host/{index,*.test}.ts"),
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

/** What an earlier build left under another name would be packed, or run as a test. */
for (const folder of withTests ? ["dist", ".build/host-tests"] : ["dist"]) {
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const file = relative(".", join(entry.parentPath, entry.name)).replaceAll("\\", "/");
		if (entry.isFile() && !(file in outputs)) rmSync(file, { force: true });
	}
}
writeFileSync("dist/licenses.txt", bundledLicenses(outputs));

// Bundles the extension, the command line, the webviews and (with --tests) the tests that run inside VS Code.
// With --loopback-cloud it trusts the authority of test/support/identity too and is written into .build/loopback: a build
// for tests and for `npm start -- --identity`, which nobody installs.
// Run by `npm run build`. What the extension needs only later is an entry of its own: a dynamic `import()` of its source
// becomes a `require` of its bundle, so that starting the extension loads only dist/extension.js.
import { globSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { build } from "esbuild";
import { bundledLicenses } from "./test/support/bundledLicenses.ts";

const development = process.argv.includes("--development");
const withTests = process.argv.includes("--tests");
const withLoopbackCloud = process.argv.includes("--loopback-cloud");
const output = withLoopbackCloud ? ".build/loopback/dist" : "dist";

/** File in dist (without .js) -> source. The extension requires the others when it needs them. */
const nodeEntries = {
	extension: "src/extension.ts",
	cli: "src/cli.ts",
	openCatalog: "src/host/openCatalog.ts",
	search: "src/core/schema/search/createSearch.ts",
	sandbox: "src/features/sandbox/createSandbox.ts",
	sandboxWorker: "src/sandbox/server/sandboxWorker.ts",
	environments: "src/features/environments/createEnvironments.ts",
	hover: "src/features/language/hoverProvider.ts",
	requests: "src/features/requests/requestsView.ts",
	signIn: "src/features/signIn/createSignIn.ts",
	auth: "src/auth/createAuth.ts",
	msal: "src/auth/msalFlows.ts",
	schemaBrowser: "src/features/schemaBrowser/schemaBrowser.ts",
	tablePage: "src/features/tablePage/tablePages.ts",
	results: "src/features/results/createResults.ts",
	review: "src/features/records/reviews.ts",
};

/** File in dist/webview -> source. */
const webviewEntries = {
	tablePage: "webview/tablePage/main.tsx",
	results: "webview/results/main.tsx",
	review: "webview/review/main.tsx",
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

/** Puts the module that knows the loopback cloud in place of the one that knows Microsoft's clouds only. */
const loopbackCloud = {
	name: "loopback-cloud",
	setup({ onResolve }) {
		onResolve({ filter: /\/trustedClouds\.ts$/ }, () => ({
			path: resolve("test/support/identity/loopbackClouds.ts"),
		}));
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
		outdir: output,
		platform: "node",
		target: "node22",
		format: "cjs",
		external: ["vscode"],
		plugins: withLoopbackCloud ? [lazyEntries, loopbackCloud] : [lazyEntries],
	}),
	build({
		...shared,
		entryPoints: webviewEntries,
		outdir: `${output}/webview`,
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

const notes = withLoopbackCloud ? ".build/loopback" : ".build";
mkdirSync(notes, { recursive: true });
const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile.outputs));
const inputs = Object.assign({}, ...results.map(({ metafile }) => metafile.inputs));
writeFileSync(`${notes}/metafile.json`, JSON.stringify({ inputs, outputs }));

/** What an earlier build left under another name would be packed, or run as a test. */
for (const folder of withTests ? [output, ".build/host-tests"] : [output]) {
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const file = relative(".", join(entry.parentPath, entry.name)).replaceAll("\\", "/");
		if (entry.isFile() && !(file in outputs)) rmSync(file, { force: true });
	}
}
writeFileSync(`${output}/licenses.txt`, bundledLicenses(outputs));

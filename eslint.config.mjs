import { readdirSync } from "node:fs";
import tseslint from "typescript-eslint";
import { importZones } from "./test/support/lint/importZones.mjs";

/** Each zone: who may not import what, and one sentence why. Which way imports point is told in src/README.md. */
const zones = [
	{
		target: "src/core",
		from: ["src", "webview", "test"],
		except: ["core"],
		message: "The core knows only itself, so that the editor, the command line and the web can all stand on it.",
	},
	{
		target: "src/core/base",
		from: ["src/core"],
		except: ["base"],
		message: "Base helpers are leaves: they import nothing, so anything may import them.",
	},
	{
		target: "src/words",
		from: ["src", "webview", "test"],
		except: ["core", "words"],
		message: "Words turn codes of the core into sentences and must be printable without an editor.",
	},
	{
		target: "src/protocol",
		from: ["src", "webview", "test"],
		except: ["core", "protocol"],
		message: "Messages between extension and webviews are plain data that both sides can load.",
	},
	{
		target: "src/disk",
		from: ["src", "webview", "test"],
		except: ["core", "disk"],
		message: "Files and compression serve the editor and the command line alike, so they know neither.",
	},
	{
		target: "src/host",
		from: ["src", "webview", "test"],
		except: ["core", "words", "protocol", "disk", "host"],
		message: "Host is what several features need from VS Code; a feature above it would make a circle.",
	},
	{
		target: "src/sandbox",
		from: ["src", "webview", "test"],
		except: ["core", "words", "disk", "sandbox"],
		message: "The sandbox serves people, the command line and tests alike, so it knows none of them.",
	},
	{
		target: "src/auth",
		from: ["src", "webview", "test"],
		except: ["core", "words", "auth"],
		message: "Sign-in serves the editor and the command line alike; what it opens, shows and keeps is handed in.",
	},
	{
		target: "src/cli",
		from: ["src", "webview", "test"],
		except: ["core", "words", "disk", "sandbox", "auth", "cli"],
		message: "The command line is the same core without VS Code.",
	},
	{
		target: "src/features",
		from: ["src/cli", "src/cli.ts", "src/extension.ts", "webview", "test"],
		message: "Features are composed by extension.ts and know neither it nor another program.",
	},
	{
		target: "webview",
		from: ["src", "test"],
		except: ["core", "words", "protocol"],
		message: "A webview runs in a browser: it meets the extension only through the protocol.",
	},
	...readdirSync("src/features", { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => ({
			target: `src/features/${name}`,
			from: ["src/features"],
			except: [name],
			message: "Features never import one another: what two share moves down to core or host.",
		})),
];

const noVscode = { name: "vscode", message: "Only extension.ts, features and host talk to VS Code." };
const noMsal = { regex: "^@azure/msal", message: "Only auth talks to MSAL, so tokens pass through one place." };
const noNode = {
	regex: "^(node:|fs$|path$|os$|http$|zlib$)",
	message: "This zone runs anywhere: what it needs from Node is handed in.",
};
const noSqlite = { regex: "^node:sqlite$", message: "Only the sandbox opens a database." };
const noSocket = {
	regex: "^node:(net|http|https|http2|tls|dgram)$",
	message: "Only the sandbox and auth listen on a socket.",
};

const restrict = (files, paths, patterns, { msal = [noMsal] } = {}) => ({
	files,
	rules: { "no-restricted-imports": ["error", { paths, patterns: [...msal, ...patterns] }] },
});

export default tseslint.config(
	{
		ignores: [
			"dist/",
			".build/",
			".vscode-rig/",
			".vscode-test/",
			"coverage/",
			"node_modules/",
			"test/fixtures/",
			"media/",
		],
	},
	{
		files: ["**/*.{ts,tsx}"],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		plugins: { workbench: { rules: { "import-zones": importZones } } },
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			"workbench/import-zones": ["error", zones],
			"no-restricted-syntax": [
				"error",
				{ selector: "ExportDefaultDeclaration", message: "Exports have names, so that a search finds every use." },
			],
			"@typescript-eslint/no-explicit-any": "error",
			"@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
			"@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
			"@typescript-eslint/consistent-type-definitions": "off",
			"@typescript-eslint/no-non-null-assertion": "error",
			"@typescript-eslint/prefer-readonly": "error",
			"@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
			eqeqeq: "error",
			"no-console": "error",
			"max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
			"max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
		},
	},
	restrict(["src/core/**", "src/words/**", "src/protocol/**"], [noVscode], [noNode]),
	restrict(["src/disk/**", "src/cli/**", "src/cli.ts"], [noVscode], [noSqlite, noSocket]),
	restrict(["src/sandbox/**"], [noVscode], []),
	restrict(["src/auth/**"], [noVscode], [noSqlite], { msal: [] }),
	restrict(["src/host/**", "src/features/**", "src/extension.ts"], [], [noSqlite, noSocket]),
	restrict(["webview/**"], [noVscode], [noNode]),
	{
		files: ["src/core/**", "src/words/**", "src/protocol/**"],
		rules: {
			"no-restricted-globals": [
				"error",
				"console",
				"Date",
				"setTimeout",
				"setInterval",
				"process",
				"performance",
				"fetch",
			],
		},
	},
	{
		files: ["src/cli/**", "src/cli.ts", "test/**"],
		rules: { "no-console": "off" },
	},
	{
		files: ["test/**/*.ts"],
		rules: { "max-lines-per-function": "off" },
	},
);

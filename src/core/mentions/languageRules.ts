/**
 * What the scanner must know of a language: where strings and comments begin and end. Languages that hover does not know
 * are read like C.
 */
export interface StringForm {
	readonly open: string;
	readonly close: string;
	/** How the closing mark is written inside: after a character (backslash, backtick), or twice. */
	readonly escape?: "\\" | "`";
	readonly doubled?: boolean;
	readonly multiline?: boolean;
	/** Opening and closing mark of code inside the string: "${" and "}". */
	readonly hole?: readonly [string, string];
}

export interface LanguageRules {
	readonly lineComments: readonly string[];
	readonly blockComments: readonly (readonly [string, string])[];
	/** Longer openings first. */
	readonly strings: readonly StringForm[];
	/** Letters that may stand before a quote ("f", "rb"); those in `holePrefixes` make holes. */
	readonly prefixes?: RegExp;
}

const doubleQuoted: StringForm = { open: '"', close: '"', escape: "\\" };
const singleQuoted: StringForm = { open: "'", close: "'", escape: "\\" };
const c = { lineComments: ["//"], blockComments: [["/*", "*/"]] as const };

const script: LanguageRules = {
	...c,
	strings: [doubleQuoted, singleQuoted, { open: "`", close: "`", escape: "\\", multiline: true, hole: ["${", "}"] }],
};

const brace = ["{", "}"] as const;
const csharp: LanguageRules = {
	...c,
	strings: [
		{ open: '$"""', close: '"""', multiline: true, hole: brace },
		{ open: '"""', close: '"""', multiline: true },
		{ open: '$@"', close: '"', doubled: true, multiline: true, hole: brace },
		{ open: '@$"', close: '"', doubled: true, multiline: true, hole: brace },
		{ open: '@"', close: '"', doubled: true, multiline: true },
		{ open: '$"', close: '"', escape: "\\", hole: brace },
		doubleQuoted,
		singleQuoted,
	],
};

const python: LanguageRules = {
	lineComments: ["#"],
	blockComments: [],
	strings: [
		{ open: '"""', close: '"""', escape: "\\", multiline: true, hole: brace },
		{ open: "'''", close: "'''", escape: "\\", multiline: true, hole: brace },
		{ ...doubleQuoted, hole: brace },
		{ ...singleQuoted, hole: brace },
	],
	prefixes: /^[rRbBfFuU]{1,2}$/,
};

const powershell: LanguageRules = {
	lineComments: ["#"],
	blockComments: [["<#", "#>"]],
	strings: [
		{ open: '@"', close: '\n"@', multiline: true, hole: ["$(", ")"] },
		{ open: "@'", close: "\n'@", multiline: true },
		{ open: '"', close: '"', escape: "`", doubled: true, multiline: true, hole: ["$(", ")"] },
		{ open: "'", close: "'", doubled: true, multiline: true },
	],
};

const sql: LanguageRules = {
	lineComments: ["--"],
	blockComments: [["/*", "*/"]],
	strings: [
		{ open: "'", close: "'", doubled: true, multiline: true },
		{ open: '"', close: '"', doubled: true },
	],
};

const json: LanguageRules = { ...c, strings: [doubleQuoted] };
const yaml: LanguageRules = {
	lineComments: ["#"],
	blockComments: [],
	strings: [doubleQuoted, { open: "'", close: "'", doubled: true }],
};

/** How a language is read: as code with tokens, as markup, as a SQL text, or as plain text with code in it. */
export type Family = "code" | "powershell" | "markup" | "sql" | "yaml" | "prose";

interface Language {
	readonly family: Family;
	readonly rules: LanguageRules;
}

const languages: Readonly<Record<string, Language>> = {
	typescript: { family: "code", rules: script },
	javascript: { family: "code", rules: script },
	typescriptreact: { family: "code", rules: script },
	javascriptreact: { family: "code", rules: script },
	csharp: { family: "code", rules: csharp },
	python: { family: "code", rules: python },
	powershell: { family: "powershell", rules: powershell },
	json: { family: "code", rules: json },
	jsonc: { family: "code", rules: json },
	yaml: { family: "yaml", rules: yaml },
	xml: { family: "markup", rules: script },
	html: { family: "markup", rules: script },
	sql: { family: "sql", rules: sql },
	markdown: { family: "prose", rules: script },
	plaintext: { family: "prose", rules: script },
};

/** Names that people write after the fence of a code block -> language id. */
const fenceNames: Readonly<Record<string, string>> = {
	ts: "typescript",
	tsx: "typescriptreact",
	js: "javascript",
	jsx: "javascriptreact",
	cs: "csharp",
	"c#": "csharp",
	py: "python",
	ps1: "powershell",
	pwsh: "powershell",
	yml: "yaml",
	fetchxml: "xml",
	tsql: "sql",
};

/** How to read a language; an unknown one is read like C, an unknown code block as plain text. */
export function languageOf(languageId: string): Language {
	return languages[languageId] ?? { family: "code", rules: script };
}

export function languageOfFence(info: string): Language {
	const name = info.toLowerCase();
	return languages[fenceNames[name] ?? name] ?? { family: "prose", rules: script };
}

export const scriptRules = script;
export const sqlRules = sql;

import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../support/sharedFolder.ts";

interface Capability {
	readonly supported: string;
	readonly description: string;
}

interface Manifest {
	readonly [name: string]: unknown;
	readonly name: string;
	readonly publisher: string;
	readonly icon: string;
	readonly categories: readonly string[];
	readonly keywords: readonly string[];
	readonly activationEvents: readonly string[];
	readonly extensionKind: readonly string[];
	readonly browser?: string;
	readonly capabilities: Readonly<Record<"virtualWorkspaces" | "untrustedWorkspaces", Capability>>;
	readonly engines: { readonly vscode: string };
	readonly devDependencies: Readonly<Record<string, string>>;
}

async function readJson(name: string): Promise<unknown> {
	return JSON.parse(await readFile(join(projectFolder, name), "utf8"));
}

/** What the Marketplace sorts by; another word is refused when publishing. */
const knownCategories = new Set(["Programming Languages", "Data Science", "Visualization", "Testing", "Other"]);

describe("package.json", () => {
	let manifest: Manifest;

	before(async () => {
		manifest = (await readJson("package.json")) as Manifest;
	});

	it("has all that the Marketplace wants", () => {
		const texts = ["name", "displayName", "description", "version", "publisher", "license", "homepage", "icon"];
		deepEqual(
			texts.filter((name) => typeof manifest[name] !== "string"),
			[],
		);
		for (const name of ["repository", "bugs"]) match(JSON.stringify(manifest[name]), /"url":"https:/);
		deepEqual(
			manifest.categories.filter((category) => !knownCategories.has(category)),
			[],
		);
		ok(manifest.categories.length > 0);
		ok(manifest.keywords.length > 0 && manifest.keywords.length <= 30);
	});

	it("has an icon: a PNG of at least 128 by 128", async () => {
		const icon = await readFile(join(projectFolder, manifest.icon));
		equal(icon.toString("latin1", 1, 4), "PNG");
		// The size stands in the first chunk of the file.
		ok(icon.readUInt32BE(16) >= 128);
		ok(icon.readUInt32BE(20) >= 128);
	});

	it("starts only when it is needed", () => {
		deepEqual(
			manifest.activationEvents.filter((event) => event === "*" || event === "onStartupFinished"),
			[],
		);
	});

	it("runs where the files are, and not in a browser alone", () => {
		deepEqual(manifest.extensionKind, ["workspace"]);
		equal(manifest.browser, undefined);
	});

	it("says what is limited in virtual and in untrusted workspaces", () => {
		const { virtualWorkspaces, untrustedWorkspaces } = manifest.capabilities;
		for (const { supported, description } of [virtualWorkspaces, untrustedWorkspaces]) {
			equal(supported, "limited");
			match(description, /^%capabilities\.\w+%$/);
		}
	});

	it("is compiled against the oldest VS Code that it allows", () => {
		equal(manifest.engines.vscode, `^${manifest.devDependencies["@types/vscode"] ?? ""}`);
	});

	it("takes every visible text from package.nls.json, which has no other", async () => {
		const texts = Object.keys((await readJson("package.nls.json")) as object);
		const used = [...JSON.stringify(manifest).matchAll(/%([\w.-]+)%/g)].map(([, key]) => key);
		deepEqual([...new Set(used)].sort(), texts.sort());
	});
});

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../src/cli/commands.ts";
import { openBundleFile } from "../../src/disk/openBundle.ts";
import { count } from "../../src/words/count.ts";
import { projectFolder } from "../support/sharedFolder.ts";

interface Manifest {
	readonly scripts: Readonly<Record<string, string>>;
	readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, unknown>> } };
}

describe("README.md", () => {
	const readme = readFileSync(join(projectFolder, "README.md"), "utf8");
	const manifest = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as Manifest;

	it("begins with the two commands", () => {
		const [first] = /```[^]*?```/.exec(readme) ?? [];
		assert.match(first ?? "", /npm ci && npm start[^]*npm ci && npm test/);
	});

	it("lists every setting, and no other", () => {
		const listed = [...readme.matchAll(/^\| `(dataverseWorkbench\.[\w.]+)` \|/gm)].map(([, name]) => name);
		assert.deepEqual(listed.toSorted(), Object.keys(manifest.contributes.configuration.properties).toSorted());
	});

	it("lists every command of dvw, and no other", () => {
		const listed = [...readme.matchAll(/^\| `dvw ((?:(?:schema|odata) )?\w+)/gm)].map(([, name]) => name ?? "");
		assert.deepEqual([...new Set(listed)].sort(), commands.map(({ name }) => name).sort());
	});

	it("names scripts that are there", () => {
		const named = [...readme.matchAll(/`npm run ([\w:]+)/g)].map(([, name]) => name ?? "");
		assert.ok(named.length > 2);
		assert.deepEqual(
			named.filter((name) => !Object.hasOwn(manifest.scripts, name)),
			[],
		);
	});

	it("shows pictures and links to files that are there", () => {
		const targets = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, target]) => target ?? "");
		assert.deepEqual(
			targets.filter((target) => !existsSync(join(projectFolder, target))),
			[],
		);
	});

	it("tells the number of tables that ship", () => {
		const opened = openBundleFile(join(projectFolder, "media", "schema", "schema.dvs"));
		assert.ok(opened.ok);
		const tables = opened.catalog.tables();
		opened.close();
		assert.ok(readme.includes(`${count(tables.length)} documented tables`));
		const changelog = readFileSync(join(projectFolder, "CHANGELOG.md"), "utf8");
		assert.ok(changelog.includes(`${count(tables.length)} tables`));
		const withMessages = tables.filter(({ messageCount }) => messageCount !== undefined).length;
		assert.ok(readme.includes(`known for ${count(withMessages)} tables`), `messages: ${withMessages} tables`);
	});
});

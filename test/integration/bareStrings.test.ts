import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bareStrings } from "../support/bareStrings.ts";
import { projectFolder } from "../support/sharedFolder.ts";

/** A line of source, and what in it is bare. */
const samples: readonly (readonly [string, readonly string[]])[] = [
	['window.showInformationMessage("Done");', ["Done"]],
	["window.showErrorMessage(say(words.broken), { modal: true });", []],
	['window.showErrorMessage(failed ? "Not done" : say(words.done));', ["Not done"]],
	["pick.title = `Search ${name}`;", ["Search"]],
	["pick.title = `${say(words.title)}: ${name}`;", []],
	["const item = { label: `$(table) ${name}` };", []],
	['const item = { label: "$(table) Table" };', ["$(table) Table"]],
	['const item = { description: "in " + table };', ["in"]],
	['const item = { description: [name, "more"].join(" ") };', ["more"]],
	['const item = { kind: "label", id: "account" };', []],
	['const item = { label: name === "name" ? say(words.name) : name };', []],
	['new MarkdownString("**Type**");', ["**Type**"]],
	['item.tooltip = lines.join("\\n");', []],
	["const row = <li>{name}</li>;", []],
	["const row = <li>Table {name}</li>;", ["Table"]],
	['const row = <li title="Open">{name}</li>;', ["Open"]],
	['const row = <li class="open" title={words.open}>{name}</li>;', []],
	['const row = <li>{count === 0 ? "none" : count}</li>;', ["none"]],
	['const box = <input aria-label={"Filter"} />;', ["Filter"]],
];

describe("Texts that people see", () => {
	for (const [source, bare] of samples) {
		it(`${bare.length === 0 ? "accepts" : "finds"} ${source}`, () => {
			const found = bareStrings("sample.tsx", source);
			assert.deepEqual(
				found,
				bare.map((text) => `1: ${text}`),
			);
		});
	}

	it("come from src/words, wherever they are shown", () => {
		const files = globSync(["src/extension.ts", "src/{host,features}/**/*.ts", "webview/**/*.{ts,tsx}"], {
			cwd: projectFolder,
		});
		assert.ok(files.length > 20, "the sources are there");
		const bare = files.flatMap((file) =>
			bareStrings(file, readFileSync(join(projectFolder, file), "utf8")).map((text) => `${file}:${text}`),
		);
		assert.deepEqual(bare, []);
	});
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commandIds, viewIds } from "../../src/host/contributions.ts";
import { projectFolder } from "../support/sharedFolder.ts";

interface Step {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly media: { readonly svg: string; readonly altText: string };
	readonly completionEvents: readonly string[];
}

interface Manifest {
	readonly contributes: { readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[] };
}

const read = (name: string) => readFileSync(join(projectFolder, name), "utf8");
const manifest = JSON.parse(read("package.json")) as Manifest;
const texts = JSON.parse(read("package.nls.json")) as Readonly<Record<string, string>>;
const textOf = (key: string): string => texts[key.replaceAll("%", "")] ?? "";

const isCommand = (name: string) =>
	commandIds.some((id) => id === name) || viewIds.some((view) => name === `${view}.focus`);

describe("The walkthrough", () => {
	const [walkthrough] = manifest.contributes.walkthroughs;
	const steps = walkthrough?.steps ?? [];

	it("goes from the schema to an environment", () => {
		assert.equal(walkthrough?.id, "start");
		assert.deepEqual(
			steps.map(({ id }) => id),
			["schema", "sandbox", "rows", "review", "environments"],
		);
	});

	for (const { id, title, description, media, completionEvents } of steps) {
		it(`${id}: its texts are there, and its buttons run commands that are there`, () => {
			for (const key of [title, description, media.altText]) assert.ok(textOf(key).length > 5, key);
			const buttons = [...textOf(description).matchAll(/^\[[^\]]+\]\(command:([\w.]+)(?:\?([^)]*))?\)$/gm)];
			assert.ok(buttons.length > 0);
			for (const [, command = "", given] of buttons) {
				assert.ok(isCommand(command), command);
				if (given !== undefined) assert.ok(Array.isArray(JSON.parse(decodeURIComponent(given))));
			}
		});

		it(`${id}: is done by what it tells to do`, () => {
			assert.ok(completionEvents.length > 0);
			for (const event of completionEvents) {
				const [kind, name = ""] = event.split(":");
				const known = { onCommand: isCommand(name), onView: viewIds.includes(name), onContext: true }[kind ?? ""];
				assert.equal(known, true, event);
			}
		});

		// The page of the walkthrough allows no style sheets in pictures, so colours are attributes with theme variables.
		it(`${id}: its picture is small, takes the colours of the theme, and loads nothing`, () => {
			const svg = read(media.svg);
			assert.ok(svg.length < 6_000);
			assert.doesNotMatch(svg, /<style|style=|class=|<image|href|<script|#[0-9a-f]{6}"/i);
			const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour ?? "");
			assert.ok(colours.length > 3);
			assert.deepEqual(
				colours.filter((colour) => colour !== "none" && !colour.startsWith("var(--vscode-")),
				[],
			);
		});
	}
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sandboxId } from "../../src/core/environment/environment.ts";
import { environmentLook, type EnvironmentView } from "../../src/features/environments/environmentLook.ts";
import { nodeChildren } from "../../src/features/schemaBrowser/nodeChildren.ts";
import { nodeLook } from "../../src/features/schemaBrowser/nodeLook.ts";
import type { SchemaNode } from "../../src/features/schemaBrowser/schemaNode.ts";
import {
	commandIds,
	environmentsViewId,
	schemaViewId,
	settingDefaults,
	settingNames,
	viewIds,
} from "../../src/host/contributions.ts";
import { english } from "../../src/words/message.ts";
import { sampleSchema } from "../support/sampleSchema.ts";
import { viewOfSchema } from "../support/schemaOutline.ts";
import { projectFolder } from "../support/sharedFolder.ts";

interface Contribution {
	readonly id?: string;
	readonly command?: string;
	readonly when?: string;
}

interface SettingContribution {
	readonly default?: unknown;
	readonly scope?: string;
	readonly description?: string;
	readonly markdownDescription?: string;
}

interface Manifest {
	readonly activationEvents: readonly string[];
	readonly contributes: {
		readonly commands: readonly Contribution[];
		readonly keybindings: readonly Contribution[];
		readonly menus: Readonly<Record<string, readonly Contribution[]>>;
		readonly views: Readonly<Record<string, readonly Contribution[]>>;
		readonly configuration: { readonly properties: Readonly<Record<string, SettingContribution | undefined>> };
	};
}

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(projectFolder, name), "utf8"));
const manifest = readJson("package.json") as Manifest;
const texts = readJson("package.nls.json") as Readonly<Record<string, string>>;
const { commands, keybindings, menus, views, configuration } = manifest.contributes;

const sorted = (names: readonly (string | undefined)[]) => names.map(String).sort();

/** Fields of package.json that people read, with the path that leads there. */
function visibleTexts(value: unknown, path: readonly string[] = []): readonly (readonly [string, string])[] {
	if (typeof value === "string") {
		const field = path.findLast((step) => !/^\d+$/.test(step)) ?? "";
		return visibleFields.has(field) ? [[path.join("."), value]] : [];
	}
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([name, child]) => visibleTexts(child, [...path, name]));
}

const visibleFields = new Set([
	"title",
	"shortTitle",
	"name",
	"contextualTitle",
	"category",
	"contents",
	"description",
	"markdownDescription",
	"enumDescriptions",
	"markdownEnumDescriptions",
	"enumItemLabels",
	"deprecationMessage",
	"label",
	"displayName",
	"detail",
]);

describe("What package.json contributes", () => {
	it("has the commands of the typed list, and no other", () => {
		assert.deepEqual(sorted(commands.map(({ command }) => command)), sorted(commandIds));
	});

	it("has the settings of the typed list, and no other", () => {
		const names = Object.keys(configuration.properties).map((name) => name.replace("dataverseWorkbench.", ""));
		assert.deepEqual(sorted(names), sorted(settingNames));
	});

	for (const name of settingNames) {
		it(`says of ${name}: default, scope and description`, () => {
			const property = configuration.properties[`dataverseWorkbench.${name}`];
			assert.deepEqual(property?.default, settingDefaults[name]);
			assert.match(String(property.scope), /^(application|window|resource|machine-overridable|language-overridable)$/);
			assert.match(String(property.description ?? property.markdownDescription), /^%.+%$/);
		});
	}

	it("has the views of the typed list, and no other", () => {
		const ids = Object.values(views).flatMap((container) => container.map(({ id }) => id));
		assert.deepEqual(sorted(ids), sorted(viewIds));
	});

	it("names only commands that exist in menus and keybindings", () => {
		const used = [...Object.values(menus).flat(), ...keybindings].map(({ command }) => command);
		assert.deepEqual(
			used.filter((command) => !commandIds.some((id) => id === command)),
			[],
		);
	});

	it("binds keys only where they do not collide", () => {
		assert.deepEqual(
			keybindings.filter(
				({ when }) => when === undefined || !/focusedView|editorLangId|activeCustomEditorId/.test(when),
			),
			[],
		);
	});

	it("starts with what needs it, never always", () => {
		assert.ok(!manifest.activationEvents.includes("*"));
	});

	it("says everything through package.nls.json", () => {
		const bare = visibleTexts(manifest.contributes).filter(([, text]) => !/^%[\w.]+%$/.test(text));
		assert.deepEqual(bare, []);
	});

	it("has each text that it names, and names each text that it has", () => {
		const used = new Set(
			JSON.stringify(manifest)
				.match(/(?<=")%[\w.]+%(?=")/g)
				?.map((key) => key.slice(1, -1)),
		);
		assert.deepEqual(sorted([...used]), sorted(Object.keys(texts)));
	});

	it("opens a menu for items that exist", () => {
		const contexts = new Map([
			[schemaViewId, contextsOfTree()],
			[environmentsViewId, contextsOfEnvironments()],
		]);
		const unmatched = (menus["view/item/context"] ?? []).filter(({ when = "" }) => {
			const view = /view == (\S+)/.exec(when)?.[1] ?? "";
			const patterns = [...when.matchAll(/viewItem =~ \/([^/]+)\//g)].map(([, pattern = ""]) => new RegExp(pattern));
			const fits = (context: string): boolean => patterns.every((pattern) => pattern.test(context));
			return contexts.get(view)?.some(fits) === false;
		});
		assert.deepEqual(unmatched, []);
	});
});

/** What the items of a tree with everything in it say to the menus; two levels of tables are enough. */
function contextsOfTree(): readonly string[] {
	const view = viewOfSchema(sampleSchema, { filter: { text: "a" }, favourites: [{ kind: "table", table: "account" }] });
	const collect = (node: SchemaNode | undefined, depth: number): readonly string[] => [
		...(node === undefined ? [] : [nodeLook(node, view).context.join(" ")]),
		...(depth === 0 ? [] : nodeChildren(node, view).flatMap((child) => collect(child, depth - 1))),
	];
	return [...new Set(collect(undefined, 6))];
}

/** What environments of each sort say to the menus. */
function contextsOfEnvironments(): readonly string[] {
	const production = {
		id: "1",
		name: "A",
		url: "https://a.crm.dynamics.com",
		kind: "production",
		source: "user",
	} as const;
	const view = { isCurrent: true, isRunning: false, now: 0, say: english, lock: { state: "open" } } as const;
	const views: readonly EnvironmentView[] = [
		{ ...view, environment: { ...production, id: sandboxId, kind: "sandbox" }, isRunning: true },
		{ ...view, environment: production, lock: { state: "locked" } },
		{ ...view, environment: { ...production, source: "workspace" }, lock: { state: "unlocked", until: 1 } },
		{ ...view, environment: { ...production, kind: "test" }, user: "a@b.c" },
	];
	return views.map((each) => environmentLook(each).context.join(" "));
}

import { env, type QuickInputButton, type QuickPick, type QuickPickItem, ThemeIcon, window } from "vscode";
import type { SearchHit } from "../../core/schema/search/searchHit.ts";
import { runCommand } from "../../host/commands.ts";
import type { SchemaPlace } from "../../host/contributions.ts";
import { readSetting } from "../../host/settings.ts";
import { say } from "../../host/say.ts";
import { searchWords } from "../../words/schemaBrowser.ts";
import { pickPlace } from "./pickPlace.ts";
import type { OpenSearch, SchemaSearchService } from "./schemaSearchService.ts";
import { hitPlaces } from "./searchPlaces.ts";
import { searchRow } from "./searchRow.ts";
import type { SearchView } from "./searchView.ts";

/** More than anyone reads, few enough to send at each keystroke. */
const shownHits = 40;

type Action = "openPage" | "copy" | "insert" | "reveal";

interface HitItem extends QuickPickItem {
	readonly hit?: SearchHit;
}

interface ActionButton extends QuickInputButton {
	readonly action: Action;
}

/** Search as you type over the whole schema; stays open until something is chosen or Escape closes it. */
export async function searchSchema(service: SchemaSearchService, text: string): Promise<void> {
	let next: string | undefined = text;
	while (next !== undefined) next = await searchOnce(service, next);
}

/** One showing of the list. Gives the text to search again, where the person came back from choosing a table. */
async function searchOnce(service: SchemaSearchService, text: string): Promise<string | undefined> {
	const chosen = await pickHit(service, text);
	if (chosen === undefined) return undefined;
	const place = await placeForAction(chosen.hit, chosen.action, chosen.view);
	if (place === "back") return chosen.text;
	await act(chosen.action, chosen.hit, place);
	return undefined;
}

interface Chosen {
	readonly hit: SearchHit;
	readonly action: Action;
	readonly text: string;
	readonly view: SearchView;
}

/** Shows the list at once; it takes what is typed while the schema is being opened, and fills when that is done. */
function pickHit(service: SchemaSearchService, text: string): Promise<Chosen | undefined> {
	const pick = window.createQuickPick<HitItem>();
	pick.title = say(searchWords.title);
	pick.placeholder = say(searchWords.placeholder);
	pick.matchOnDescription = true;
	pick.busy = true;
	pick.value = text;
	keepOrder(pick);
	const buttons = actionButtons();
	return new Promise((resolve) => {
		let view: SearchView | undefined;
		const finish = (hit?: SearchHit, action: Action = "openPage") => {
			resolve(hit && view && { hit, action, text: pick.value, view });
			pick.dispose();
		};
		pick.onDidAccept(() => {
			const [item] = pick.selectedItems;
			if (item?.hit !== undefined) finish(item.hit);
		});
		pick.onDidTriggerItemButton(({ item, button }) => {
			finish(item.hit, buttons.find((candidate) => candidate === button)?.action);
		});
		pick.onDidHide(() => {
			finish();
		});
		pick.show();
		void service.open().then((open) => {
			if (open === undefined) {
				finish();
				return;
			}
			view = { catalog: open.catalog, labels: readSetting("schema.labels"), say };
			fillWhileTyping(pick, open, view, buttons);
		});
	});
}

function fillWhileTyping(
	pick: QuickPick<HitItem>,
	{ search }: OpenSearch,
	view: SearchView,
	buttons: readonly ActionButton[],
): void {
	const show = (text: string) => {
		pick.items = hitItems(search.find(text, { limit: shownHits }), text, view, buttons);
	};
	pick.onDidChangeValue(show);
	show(pick.value);
	pick.busy = false;
}

/**
 * Keeps VS Code from sorting the hits again by where the text stands in the label. The property is not in the public
 * typings; where an editor does not know it, hits come in the editor's own order.
 */
function keepOrder(pick: QuickPick<HitItem>): void {
	Object.assign(pick, { sortByLabel: false });
}

function actionButtons(): readonly ActionButton[] {
	return [
		{ action: "copy", iconPath: new ThemeIcon("copy"), tooltip: say(searchWords.copy) },
		{ action: "insert", iconPath: new ThemeIcon("insert"), tooltip: say(searchWords.insert) },
		{ action: "reveal", iconPath: new ThemeIcon("list-tree"), tooltip: say(searchWords.reveal) },
		{ action: "openPage", iconPath: new ThemeIcon("go-to-file"), tooltip: say(searchWords.openPage) },
	];
}

function hitItems(
	hits: readonly SearchHit[],
	text: string,
	view: SearchView,
	buttons: readonly ActionButton[],
): readonly HitItem[] {
	if (hits.length === 0 && text.trim() !== "")
		return [{ label: say(searchWords.noMatch(text)), description: say(searchWords.noMatchHint), alwaysShow: true }];
	return hits.map((hit) => {
		const { icon, label, description } = searchRow(hit, view);
		return { label: `$(${icon}) ${label}`, description: description.join(" · "), alwaysShow: true, buttons, hit };
	});
}

/** Where the action leads to; asks where there are several places. Copying and inserting need none. */
async function placeForAction(
	hit: SearchHit,
	action: Action,
	view: SearchView,
): Promise<SchemaPlace | "back" | undefined> {
	if (action === "copy" || action === "insert") return undefined;
	const places = hitPlaces(hit, view.catalog);
	if (places.length > 1) return pickPlace(hit.label ?? hit.name, places, view);
	return places[0];
}

async function act(action: Action, { name }: SearchHit, place: SchemaPlace | undefined): Promise<void> {
	if (action === "copy") await env.clipboard.writeText(name);
	else if (action === "insert") await runCommand("dataverseWorkbench.insertText", name);
	else if (place !== undefined)
		await runCommand(
			action === "reveal" ? "dataverseWorkbench.revealInTree" : "dataverseWorkbench.openTablePage",
			place,
		);
}

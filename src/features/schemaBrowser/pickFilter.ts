import { type QuickPickItem, QuickInputButtons, QuickPickItemKind, window } from "vscode";
import type { Catalog } from "../../core/schema/catalog.ts";
import { say } from "../../host/say.ts";
import type { Message } from "../../words/message.ts";
import { filterWords, tablesWords } from "../../words/tableFilter.ts";
import type { BrowserState } from "./browserState.ts";
import { filterChoices, type ListedPart, listedParts, withoutPart } from "./filterChoices.ts";
import { filterParts, isFiltering, type TableFilter } from "./tableFilter.ts";

type Part = ListedPart | "text";

interface StepItem extends QuickPickItem {
	readonly part?: Part;
	readonly filter?: TableFilter;
}

/**
 * Two steps, as often as a person likes: which part, then its value. Each choice holds at once, so the tree shows what
 * it does; Escape leaves the filter as it is.
 */
export async function pickFilter(catalog: Catalog, state: BrowserState): Promise<void> {
	let part = await pickPart(catalog, state);
	while (part !== undefined) {
		const filter = part === "text" ? await typeText(state.filter) : await pickValue(part, catalog, state.filter);
		if (filter === undefined) return;
		if (filter !== "back") await state.setFilter(filter);
		part = filter === "back" ? await pickPart(catalog, state) : undefined;
	}
}

async function pickPart(catalog: Catalog, state: BrowserState): Promise<Part | undefined> {
	const { filter } = state;
	const items: StepItem[] = (["text", ...listedParts] as const).map((part) => {
		const current = filterParts(part in filter ? { [part]: filter[part] } : {}, catalog.layers);
		return { label: say(filterWords[part]), description: current.map(shown).join(" · "), part };
	});
	if (isFiltering(filter))
		items.push({ label: "", kind: QuickPickItemKind.Separator }, { label: clearLabel(), filter: {} });
	const chosen = await window.showQuickPick(items, {
		title: say(filterWords.title),
		placeHolder: say(filterWords.chooseWhat),
	});
	if (chosen?.filter !== undefined) await state.setFilter(chosen.filter);
	return chosen?.part;
}

function clearLabel(): string {
	return `$(clear-all) ${say(filterWords.clear)}`;
}

async function typeText(filter: TableFilter): Promise<TableFilter | undefined> {
	const text = await window.showInputBox({
		title: say(filterWords.title),
		prompt: say(filterWords.typeText),
		value: filter.text ?? "",
	});
	if (text === undefined) return undefined;
	return text.trim() === "" ? withoutPart(filter, "text") : { ...filter, text: text.trim() };
}

function pickValue(part: ListedPart, catalog: Catalog, filter: TableFilter): Promise<TableFilter | "back" | undefined> {
	const choices = filterChoices(part, filter, catalog);
	const items: readonly StepItem[] = [
		{ label: say(filterWords.any), filter: withoutPart(filter, part) },
		...choices.map(({ label, count, filter: next }) => ({
			label: shown(label),
			description: say(tablesWords(count)),
			filter: next,
		})),
	];
	const pick = window.createQuickPick<StepItem>();
	pick.title = `${say(filterWords.title)}: ${say(filterWords[part])}`;
	pick.items = items;
	const current = items.filter((item) => item.filter?.[part] === filter[part]);
	pick.activeItems = current;
	pick.buttons = [QuickInputButtons.Back];
	return new Promise((resolve) => {
		pick.onDidTriggerButton(() => {
			resolve("back");
			pick.dispose();
		});
		pick.onDidAccept(() => {
			resolve(pick.selectedItems[0]?.filter);
			pick.dispose();
		});
		pick.onDidHide(() => {
			resolve(undefined);
			pick.dispose();
		});
		pick.show();
	});
}

function shown(text: string | Message): string {
	return typeof text === "string" ? text : say(text);
}

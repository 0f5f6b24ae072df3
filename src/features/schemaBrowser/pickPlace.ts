import { QuickInputButtons, type QuickPickItem, window } from "vscode";
import type { SchemaPlace } from "../../host/contributions.ts";
import { searchWords } from "../../words/schemaBrowser.ts";
import { namePair, sortedBy } from "./naming.ts";
import type { SearchView } from "./searchView.ts";

interface PlaceItem extends QuickPickItem {
	readonly place: SchemaPlace;
}

/** Lets the person choose among the tables where a name stands; "back" leads to the search again. */
export function pickPlace(
	name: string,
	places: readonly SchemaPlace[],
	view: SearchView,
): Promise<SchemaPlace | "back" | undefined> {
	const pick = window.createQuickPick<PlaceItem>();
	pick.title = view.say(searchWords.choosePlace(name));
	pick.placeholder = view.say(searchWords.filterPlaces);
	pick.matchOnDescription = true;
	pick.buttons = [QuickInputButtons.Back];
	pick.items = sortedBy(
		places.map((place) => placeItem(place, view)),
		({ label, description }) => `${label.toLowerCase()}\n${description ?? ""}`,
	);
	return new Promise((resolve) => {
		const finish = (answer: SchemaPlace | "back" | undefined) => {
			resolve(answer);
			pick.dispose();
		};
		pick.onDidTriggerButton(() => {
			finish("back");
		});
		pick.onDidAccept(() => {
			finish(pick.selectedItems[0]?.place);
		});
		pick.onDidHide(() => {
			finish(undefined);
		});
		pick.show();
	});
}

function placeItem(place: SchemaPlace, { catalog, labels }: SearchView): PlaceItem {
	const { lead, other } = namePair(catalog.summary(place.table) ?? { logicalName: place.table }, labels);
	const description = [other, place.column].filter((part) => part !== undefined).join(" · ");
	return { label: `$(table) ${lead}`, description, place };
}

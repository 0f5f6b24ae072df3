import { window } from "vscode";
import type { CommandHandlers } from "../../host/commands.ts";
import { say } from "../../host/say.ts";
import { browserWords } from "../../words/schemaBrowser.ts";
import type { BrowserState } from "./browserState.ts";
import { type Favourite, withFavourites, withoutFavourites } from "./favourite.ts";
import { favouriteOf } from "./favouriteChildren.ts";
import type { SelectedNodes } from "./selectedNodes.ts";

type FavouriteCommand = "dataverseWorkbench.addFavourite" | "dataverseWorkbench.removeFavourite";

export function favouriteHandlers(state: BrowserState, selected: SelectedNodes): CommandHandlers<FavouriteCommand> {
	const change = (edit: typeof withFavourites) => async (node: unknown, nodes: unknown) => {
		const chosen: readonly Favourite[] = selected.of(node, nodes).flatMap((item) => favouriteOf(item) ?? []);
		if (chosen.length === 0) return selected.tellNothingSelected();
		const written = await state.setFavourites(edit(state.favourites, chosen));
		if (!written) void window.showWarningMessage(say(browserWords.newerFavourites));
	};
	return {
		"dataverseWorkbench.addFavourite": change(withFavourites),
		"dataverseWorkbench.removeFavourite": change(withoutFavourites),
	};
}

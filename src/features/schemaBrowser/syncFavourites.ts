import type { ExtensionContext } from "vscode";

/** Where the favourites are stored. */
export const favouritesKey = "schema.favourites";

/** Has Settings Sync carry the favourites to other machines. Called while the extension starts, before anything reads them. */
export function syncFavourites(globalState: ExtensionContext["globalState"]): void {
	globalState.setKeysForSync([favouritesKey]);
}

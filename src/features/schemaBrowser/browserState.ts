import { EventEmitter, type ExtensionContext } from "vscode";
import { StoredState } from "../../host/storedState.ts";
import { type Favourite, favouritesVersion, parseFavourites } from "./favourite.ts";
import { favouritesKey } from "./syncFavourites.ts";
import { filterVersion, parseFilter, type TableFilter } from "./tableFilter.ts";

/** What the Schema view remembers: favourites for all windows and machines, the filter for this workspace. */
export class BrowserState {
	readonly #favourites: StoredState<readonly Favourite[]>;
	readonly #filter: StoredState<TableFilter>;
	readonly #changes = new EventEmitter<void>();

	readonly onDidChange = this.#changes.event;

	constructor({ globalState, workspaceState }: Pick<ExtensionContext, "globalState" | "workspaceState">) {
		this.#favourites = new StoredState(globalState, {
			key: favouritesKey,
			version: favouritesVersion,
			empty: [],
			parse: parseFavourites,
		});
		this.#filter = new StoredState(workspaceState, {
			key: filterKey,
			version: filterVersion,
			empty: {},
			parse: parseFilter,
		});
	}

	get favourites(): readonly Favourite[] {
		return this.#favourites.read();
	}

	get filter(): TableFilter {
		return this.#filter.read();
	}

	/** False where a newer version of the extension wrote the favourites: they stay as they are. */
	async setFavourites(favourites: readonly Favourite[]): Promise<boolean> {
		const written = await this.#favourites.write(favourites);
		this.#changes.fire();
		return written;
	}

	/** A filter that a newer version wrote is replaced: losing it costs nothing. */
	async setFilter(filter: TableFilter): Promise<void> {
		if (this.#filter.isNewer) await this.#filter.remove();
		await this.#filter.write(filter);
		this.#changes.fire();
	}

	/** For Remove All Data. */
	async clear(): Promise<void> {
		await Promise.all([this.#favourites.remove(), this.#filter.remove()]);
		this.#changes.fire();
	}

	dispose(): void {
		this.#changes.dispose();
	}
}

const filterKey = "schema.filter";

/** What a person marked: a table, one of its columns, or a choice. Stored, so its shape has a version. */
export type Favourite =
	| { readonly kind: "table"; readonly table: string }
	| { readonly kind: "column"; readonly table: string; readonly column: string }
	| { readonly kind: "choice"; readonly choice: string };

export const favouritesVersion = 1;

/** One text per favourite, equal exactly for the same one. */
export function favouriteKey(favourite: Favourite): string {
	switch (favourite.kind) {
		case "table":
			return `table:${favourite.table}`;
		case "column":
			return `column:${favourite.table}.${favourite.column}`;
		case "choice":
			return `choice:${favourite.choice}`;
	}
}

/** With those added at the end; what is there already stays where it is. */
export function withFavourites(favourites: readonly Favourite[], added: readonly Favourite[]): readonly Favourite[] {
	const byKey = new Map([...favourites, ...added].map((favourite) => [favouriteKey(favourite), favourite]));
	return [...byKey.values()];
}

export function withoutFavourites(
	favourites: readonly Favourite[],
	removed: readonly Favourite[],
): readonly Favourite[] {
	const keys = new Set(removed.map(favouriteKey));
	return favourites.filter((favourite) => !keys.has(favouriteKey(favourite)));
}

/** Reads stored favourites; what is damaged is left out, so that one bad entry does not cost the others. */
export function parseFavourites(data: unknown): readonly Favourite[] | undefined {
	if (!Array.isArray(data)) return undefined;
	return data.flatMap((item) => parseFavourite(item) ?? []);
}

function parseFavourite(item: unknown): Favourite | undefined {
	if (typeof item !== "object" || item === null || !("kind" in item)) return undefined;
	const { kind } = item;
	const table = "table" in item && typeof item.table === "string" ? item.table : undefined;
	const column = "column" in item && typeof item.column === "string" ? item.column : undefined;
	const choice = "choice" in item && typeof item.choice === "string" ? item.choice : undefined;
	if (kind === "table" && table !== undefined) return { kind, table };
	if (kind === "column" && table !== undefined && column !== undefined) return { kind, table, column };
	if (kind === "choice" && choice !== undefined) return { kind, choice };
	return undefined;
}

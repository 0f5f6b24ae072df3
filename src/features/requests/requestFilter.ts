import type { RequestEntry } from "../../core/client/requestLog.ts";
import { isFailure } from "./requestRow.ts";

/** Which requests are listed. */
export interface RequestFilter {
	readonly failuresOnly: boolean;
	/** Names; none for all. */
	readonly environments: readonly string[];
}

export const noFilter: RequestFilter = { failuresOnly: false, environments: [] };

export function isFiltering({ failuresOnly, environments }: RequestFilter): boolean {
	return failuresOnly || environments.length > 0;
}

/** The requests that pass, the newest first. */
export function listedRequests(entries: readonly RequestEntry[], filter: RequestFilter): readonly RequestEntry[] {
	const { failuresOnly, environments } = filter;
	return entries
		.filter((entry) => !failuresOnly || isFailure(entry))
		.filter(({ environment }) => environments.length === 0 || environments.includes(environment))
		.toReversed();
}

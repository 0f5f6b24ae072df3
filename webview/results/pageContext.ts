/** What every part of the page of results may use. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Channel } from "../../src/protocol/channel.ts";
import type { ResultsAction, ResultsColumn, ResultsMessages } from "../../src/protocol/results.ts";
import type { ResultsWord } from "../../src/words/results.ts";
import type { SavedState } from "../savedState.ts";
import type { Say } from "../say.ts";

export type HostChannel = Channel<ResultsMessages["toView"], ResultsMessages["toHost"]>;

export interface PageContext {
	readonly columns: readonly ResultsColumn[];
	readonly labels: "displayName" | "logicalName";
	readonly say: Say<ResultsWord>;
	readonly channel: HostChannel;
	readonly saved: SavedState;
	readonly run: (action: ResultsAction) => void;
	/** Says something to screen readers. */
	readonly announce: (text: string) => void;
}

const Context = createContext<PageContext | undefined>(undefined);

export const PageProvider = Context.Provider;

export function usePage(): PageContext {
	const context = useContext(Context);
	if (context === undefined) throw new Error("Used outside of the page.");
	return context;
}

/** The name of a column that leads. */
export function leadingName({ display, name }: ResultsColumn, labels: PageContext["labels"]): string {
	return labels === "displayName" ? (display ?? name) : name;
}

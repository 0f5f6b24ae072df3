/** What every part of the table page may use. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Channel } from "../../src/protocol/channel.ts";
import type { Labels, TablePageMessages } from "../../src/protocol/tablePage.ts";
import type { TablePageWord } from "../../src/words/tablePage.ts";
import type { SavedState } from "../savedState.ts";
import type { Say as PageSay } from "../say.ts";

export type HostChannel = Channel<TablePageMessages["toView"], TablePageMessages["toHost"]>;

export type Say = PageSay<TablePageWord>;

export interface PageContext {
	readonly table: string;
	/** Logical names of the columns that the page lists. */
	readonly columns: ReadonlySet<string>;
	readonly language: string;
	/** Which of the two names of a thing leads. */
	readonly labels: Labels;
	readonly say: Say;
	readonly channel: HostChannel;
	readonly saved: SavedState;
	/** Says something to screen readers. */
	readonly announce: (text: string) => void;
	/** Scrolls to a column of this page, unfolds it and marks it. */
	readonly goToColumn: (column: string) => void;
}

const Context = createContext<PageContext | undefined>(undefined);

export const PageProvider = Context.Provider;

export function usePage(): PageContext {
	const context = useContext(Context);
	if (context === undefined) throw new Error("Used outside of the page.");
	return context;
}

import type { VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { TablePage, TablePageStart } from "../../src/protocol/tablePage.ts";
import type { SavedState } from "../savedState.ts";
import { sayWith } from "../say.ts";
import { ColumnsSection } from "./columnsSection.tsx";
import type { RowTarget } from "./dataTable.tsx";
import { ChoicesSection, KeysSection, MessagesSection } from "./furtherSections.tsx";
import { type HostChannel, type PageContext, PageProvider, usePage } from "./pageContext.ts";
import { goToSection, PageHeader, SectionLinks } from "./pageHeader.tsx";
import { RelationshipSection } from "./relationshipSections.tsx";
import { keepScrollPlace, restoreScrollPlace } from "./scrollPlace.ts";

export interface AppProps {
	readonly start: TablePageStart;
	readonly channel: HostChannel;
	readonly saved: SavedState;
	/** Calls back when the tab was asked for again, at a column; gives how to stop. */
	readonly onReveal: (listener: (column: string) => void) => () => void;
}

export function App({ start, channel, saved, onReveal }: AppProps): VNode {
	const { page, problem, column } = start;
	const [announcement, setAnnouncement] = useState("");
	const [target, setTarget] = useState<RowTarget | undefined>(column === undefined ? undefined : { row: column });
	const context = useMemo<PageContext>(
		() => ({
			table: page?.table ?? "",
			columns: new Set(page?.columns.map(({ name }) => name)),
			language: start.language,
			labels: start.labels,
			say: sayWith(start.words),
			channel,
			saved,
			announce: setAnnouncement,
			goToColumn: (row) => {
				setTarget({ row });
			},
		}),
		[start],
	);
	useEffect(() => onReveal(context.goToColumn), [context]);
	return (
		<PageProvider value={context}>
			{page === undefined ? <ProblemView problem={problem ?? ""} /> : <Page page={page} target={target} />}
			<div class="unseen" role="status">
				{announcement}
			</div>
		</PageProvider>
	);
}

function Page({ page, target }: { readonly page: TablePage; readonly target: RowTarget | undefined }): VNode {
	// What is below the columns comes after the first paint, so that the page can be used sooner.
	const [isPainted, setPainted] = useState(false);
	useEffect(() => {
		setPainted(true);
	}, []);
	return (
		<>
			<SkipLink />
			<PageHeader page={page} />
			<SectionLinks page={page} />
			<main>
				<ColumnsSection rows={page.columns} target={target} />
				{isPainted ? <FurtherSections page={page} restoresPlace={target === undefined} /> : null}
			</main>
		</>
	);
}

interface FurtherSectionsProps {
	readonly page: TablePage;
	readonly restoresPlace: boolean;
}

function FurtherSections({ page, restoresPlace }: FurtherSectionsProps): VNode {
	const { saved } = usePage();
	const { relationships } = page;
	// Only with these the page is as high as it was: before, it could not scroll far enough.
	useEffect(() => {
		if (restoresPlace) restoreScrollPlace(saved);
		return keepScrollPlace(saved);
	}, []);
	return (
		<>
			<ChoicesSection rows={page.choices} />
			<RelationshipSection kind="manyToOne" slice={relationships.manyToOne} />
			<RelationshipSection kind="oneToMany" slice={relationships.oneToMany} />
			<RelationshipSection kind="manyToMany" slice={relationships.manyToMany} />
			<MessagesSection rows={page.messages} />
			<KeysSection rows={page.keys} />
		</>
	);
}

/** The first stop of the keyboard: past header and section links. */
function SkipLink(): VNode {
	const { say } = usePage();
	return (
		<a
			class="skip"
			href="#columns"
			onClick={(event) => {
				event.preventDefault();
				event.stopPropagation();
				goToSection("columns");
			}}
		>
			{say("skipToColumns")}
		</a>
	);
}

function ProblemView({ problem }: { readonly problem: string }): VNode {
	return (
		<main>
			<p role="alert">{problem}</p>
		</main>
	);
}

import type { VNode } from "preact";
import { count } from "../../src/words/count.ts";
import type { TablePage, TablePageAction } from "../../src/protocol/tablePage.ts";
import type { TablePageWord } from "../../src/words/tablePage.ts";
import { Button } from "../controls.ts";
import { FactList } from "./factList.tsx";
import { usePage } from "./pageContext.ts";
import { CopyName, Names } from "./pieces.tsx";

export function PageHeader({ page }: { readonly page: TablePage }): VNode {
	const { say, channel } = usePage();
	const action = (run: TablePageAction) => () => void channel.call("run", { action: run });
	return (
		<header>
			<h1>
				<Names display={page.display}>
					<CopyName text={page.table} />
				</Names>
			</h1>
			{page.note === undefined ? null : <p class="note">{page.note}</p>}
			<div class="actions">
				<Button onClick={action("rows")}>{say("browseRows")}</Button>
				<Button secondary onClick={action("copy")}>
					{say("copyNames")}
				</Button>
				<Button secondary onClick={action("documentation")}>
					{say("documentation")}
				</Button>
				<Button secondary onClick={action("search")}>
					{say("search")}
				</Button>
			</div>
			<FactList facts={page.facts} />
		</header>
	);
}

/** Ways to the sections, with how much is in each. */
export function SectionLinks({ page }: { readonly page: TablePage }): VNode {
	const { say } = usePage();
	const { relationships } = page;
	const sections: readonly (readonly [TablePageWord, number | undefined])[] = [
		["columns", page.columns.length],
		["choices", page.choices.length],
		["manyToOne", relationships.manyToOne.total],
		["oneToMany", relationships.oneToMany.total],
		["manyToMany", relationships.manyToMany.total],
		["messages", page.messages?.length],
		["keys", page.keys?.length],
	];
	return (
		<nav aria-label={say("sections")}>
			{sections.map(([section, total]) => (
				<a
					key={section}
					href={`#${section}`}
					onClick={(event) => {
						event.preventDefault();
						event.stopPropagation();
						goToSection(section);
					}}
				>
					{say(section)} <span class="count">{total === undefined ? "" : count(total)}</span>
				</a>
			))}
		</nav>
	);
}

/** Moves the keyboard along, so that Tab goes on inside the section. */
export function goToSection(section: string): void {
	document.getElementById(section)?.scrollIntoView();
	document.getElementById(`${section}-title`)?.focus({ preventScroll: true });
}

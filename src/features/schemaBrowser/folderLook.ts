/** Sections, folders, groups and pages: a name and how many stand below. */
import { type Message } from "../../words/message.ts";
import { countWords, filteredCountWords, pageNameWords, pageWords, treeWords } from "../../words/schemaTree.ts";
import { globalChoices } from "./choiceChildren.ts";
import type { NodeLook } from "./nodeLook.ts";
import { otherTableLead } from "./relationshipChildren.ts";
import type { FolderName, FolderNode, GroupNode, PageNode, SectionName, SectionNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";
import { shownTables } from "./shownTables.ts";
import { folderCount } from "./tableChildren.ts";
import { filterParts, isFiltering } from "./tableFilter.ts";

const sectionNames: Readonly<Record<SectionName, Message>> = {
	favourites: treeWords.favourites,
	tables: treeWords.tables,
	choices: treeWords.globalChoices,
};

const sectionIcons: Readonly<Record<SectionName, string>> = {
	favourites: "star-full",
	tables: "database",
	choices: "symbol-enum",
};

export function sectionLook({ section }: SectionNode, view: SchemaView): NodeLook {
	return {
		label: view.say(sectionNames[section]),
		description: [sectionCount(section, view)],
		icon: sectionIcons[section],
		expandable: "collapsed",
		context: ["section", section, ...(section === "tables" && isFiltering(view.filter) ? ["filtered"] : [])],
	};
}

function sectionCount(section: SectionName, view: SchemaView): string {
	switch (section) {
		case "favourites":
			return view.say(countWords(view.favourites.length));
		case "tables":
			return tableCount(view);
		case "choices":
			return view.say(countWords(globalChoices(view).length));
	}
}

/** All tables, and with a filter in force its words and how many it leaves. */
function tableCount(view: SchemaView): string {
	const all = view.catalog.tables().length;
	if (!isFiltering(view.filter)) return view.say(countWords(all));
	return view.say(filteredCountWords(all, filterText(view), shownTables(view).length));
}

/** The parts of the filter in one line. */
export function filterText({ catalog, filter, say }: Pick<SchemaView, "catalog" | "filter" | "say">): string {
	const parts = filterParts(filter, catalog.layers);
	return parts.map((part) => (typeof part === "string" ? part : say(part))).join(" · ");
}

const folderIcons: Readonly<Record<FolderName, string>> = {
	columns: "list-flat",
	choices: "symbol-enum",
	keys: "key",
	relationships: "type-hierarchy",
	manyToOne: "arrow-right",
	oneToMany: "arrow-left",
	manyToMany: "arrow-swap",
	messages: "symbol-method",
};

export function folderLook(node: FolderNode, { say }: SchemaView): NodeLook {
	const count = folderCount(node);
	return {
		label: say(treeWords[node.folder]),
		description: [say(count === undefined ? treeWords.notDocumented : countWords(count))],
		icon: folderIcons[node.folder],
		expandable: count === undefined || count === 0 ? "no" : "collapsed",
		context: ["folder", node.folder],
	};
}

export function groupLook({ prefix, rows }: GroupNode, { say }: SchemaView): NodeLook {
	return {
		label: prefix === undefined ? say(treeWords.noPrefix) : `${prefix}_`,
		description: [say(countWords(rows.length))],
		expandable: "collapsed",
		context: ["group"],
	};
}

export function pageLook({ first, rows }: PageNode, view: SchemaView): NodeLook {
	const [start, end] = [rows[0], rows.at(-1)];
	const range = view.say(pageWords(first, first + rows.length - 1));
	if (start === undefined || end === undefined)
		return { label: range, description: [], expandable: "no", context: ["part"] };
	return {
		label: view.say(pageNameWords(otherTableLead(start, view), otherTableLead(end, view))),
		description: [range],
		expandable: "collapsed",
		context: ["part"],
	};
}

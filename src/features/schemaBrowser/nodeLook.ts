/** How an item looks: everything that VS Code shows of it but the tooltip, as plain text. */
import { webApiText } from "../../core/schema/webApiText.ts";
import { countWords, treeWords, usedByWords } from "../../words/schemaTree.ts";
import { columnLook } from "./columnLook.ts";
import { isFavourite } from "./favouriteChildren.ts";
import { namePair } from "./naming.ts";
import type {
	ChoicePartNode,
	FactNode,
	MessageNode,
	NoteNode,
	OptionNode,
	SchemaNode,
	TableNode,
} from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";
import { folderLook, groupLook, pageLook, sectionLook } from "./folderLook.ts";
import { relationshipLook } from "./relationshipLook.ts";

export interface NodeLook {
	readonly label: string;
	/** Parts after the label, most important first; joined by a middle dot. */
	readonly description: readonly string[];
	/** A codicon. Groups and pages have none: VS Code indents what stands below an item with an icon more clearly. */
	readonly icon?: string;
	readonly expandable: "no" | "collapsed" | "expanded";
	/** Words that menus look for in `viewItem`. */
	readonly context: readonly string[];
	/** What a screen reader says more than label and description; icons and marks in words. */
	readonly spoken?: readonly string[];
	/** What a click does: open the table page, or take the filter off. */
	readonly click?: "openPage" | "clearFilter";
}

export function nodeLook(node: SchemaNode, view: SchemaView): NodeLook {
	const look = plainLook(node, view);
	const star = look.context.includes("favouritable")
		? [isFavourite(node, view.favourites) ? "starred" : "unstarred"]
		: [];
	return { ...look, context: [...look.context, ...star] };
}

function plainLook(node: SchemaNode, view: SchemaView): NodeLook {
	switch (node.kind) {
		case "section":
			return sectionLook(node, view);
		case "table":
			return tableLook(node, view);
		case "folder":
			return folderLook(node, view);
		case "column":
			return columnLook(node, view);
		case "option":
			return optionLook(node, view);
		case "key":
			return {
				label: namePair({ ...node.key, logicalName: node.key.name }, view.labels).lead,
				description: [node.key.columns.join(", ")],
				icon: "key",
				expandable: "collapsed",
				context: ["key"],
			};
		case "group":
			return groupLook(node, view);
		case "page":
			return pageLook(node, view);
		case "relationship":
			return relationshipLook(node, view);
		case "fact":
			return factLook(node, view);
		case "message":
			return messageLook(node, view);
		case "choice":
			return {
				label: node.choice.name,
				description: [view.say(usedByWords(node.choice.useCount))],
				icon: "symbol-enum",
				expandable: "collapsed",
				context: ["choice", "named", "favouritable"],
			};
		case "choicePart":
			return choicePartLook(node, view);
		case "note":
			return noteLook(node, view);
	}
}

function tableLook({ summary }: TableNode, view: SchemaView): NodeLook {
	const { lead, other } = namePair(summary, view.labels);
	const context = ["table", "named", "favouritable", "page"];
	if (summary.schemaName !== undefined) context.push("schemaNamed");
	if (summary.entitySetName !== undefined) context.push("entitySet");
	return {
		label: lead,
		description: other === undefined ? [] : [other],
		icon: "table",
		expandable: "collapsed",
		context,
	};
}

function optionLook({ option }: OptionNode, { say }: SchemaView): NodeLook {
	const value = String(option.value);
	const label = option.label?.trim();
	return {
		label: label === undefined || label === "" ? value : label,
		description: option.label === undefined ? [say(treeWords.labelNotDocumented)] : [value],
		icon: "symbol-enum-member",
		expandable: "no",
		context: option.label === undefined ? ["option"] : ["option", "labelled"],
	};
}

function factLook({ name, value, remark }: FactNode, { say }: SchemaView): NodeLook {
	const description = [value ?? say(treeWords.notDocumented), ...(remark === undefined ? [] : [say(remark)])];
	const context = value === undefined ? ["fact"] : ["fact", "named"];
	return { label: say(name), description, icon: "info", expandable: "no", context };
}

function messageLook({ message }: MessageNode, { say }: SchemaView): NodeLook {
	const { name, webApi, isEvent } = message;
	const description: string[] = [];
	const call = webApi === undefined || webApi.kind === "article" ? name : webApiText(webApi);
	if (call !== name) description.push(call);
	if (isEvent === true) description.push(say(treeWords.event));
	return {
		label: name,
		description,
		icon: isEvent === true ? "symbol-event" : "symbol-method",
		expandable: "no",
		context: ["message", "named"],
	};
}

function choicePartLook({ part, choice }: ChoicePartNode, { say }: SchemaView): NodeLook {
	const number = part === "options" ? choice.options.length : choice.usedBy.length;
	return {
		label: say(treeWords[part]),
		description: [say(countWords(number))],
		icon: part === "options" ? "list-unordered" : "references",
		expandable: number === 0 ? "no" : part === "options" ? "expanded" : "collapsed",
		context: ["part"],
	};
}

function noteLook({ note }: NoteNode, { say }: SchemaView): NodeLook {
	if (note === "noFavourites")
		return {
			label: say(treeWords.noFavourites),
			description: [say(treeWords.noFavouritesHint)],
			icon: "info",
			expandable: "no",
			context: ["note"],
		};
	return {
		label: say(treeWords.noTableMatches),
		description: [say(treeWords.clearFilter)],
		icon: "filter",
		expandable: "no",
		context: ["note"],
		click: "clearFilter",
	};
}

/** What a screen reader says: label, names and facts in one line, without the marks that only eyes read. */
export function accessibleLabel(look: NodeLook): string {
	return [look.label.replace(/ [*+]$/, ""), ...look.description, ...(look.spoken ?? [])].join(", ");
}

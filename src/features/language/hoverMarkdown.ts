import { MarkdownString } from "vscode";
import type { CommandId } from "../../host/contributions.ts";
import { say } from "../../host/say.ts";
import type { HoverAction, HoverLine, HoverPiece } from "../../words/hoverLine.ts";

const commandOf = {
	openTablePage: "dataverseWorkbench.openTablePage",
	search: "dataverseWorkbench.searchSchema",
	insert: "dataverseWorkbench.insertText",
} as const satisfies Readonly<Record<HoverAction["do"], CommandId>>;

/** The lines as Markdown. All data is escaped, and only the three commands of hover can be run from it. */
export function hoverMarkdown(lines: readonly HoverLine[]): MarkdownString {
	const markdown = new MarkdownString(lines.map(lineText).join("  \n"));
	markdown.isTrusted = { enabledCommands: Object.values(commandOf) };
	return markdown;
}

function lineText(line: HoverLine): string {
	return line.map((group) => group.map(pieceText).join(" ").replaceAll(" ,", ",")).join(" · ");
}

function pieceText(piece: HoverPiece): string {
	switch (piece.kind) {
		case "strong":
			return `**${escaped(piece.text.trim())}**`;
		case "code":
			return /^[\w.-]+$/.test(piece.text) ? `\`${piece.text}\`` : escaped(piece.text);
		case "data":
			return escaped(piece.text);
		case "words":
			return escaped(say(piece.words));
		case "link":
			return `[${escaped(say(piece.words))}](${commandLink(piece.action)})`;
	}
}

function commandLink(action: HoverAction): string {
	const given = action.do === "openTablePage" ? action.place : action.text;
	const query = encodeURIComponent(JSON.stringify([given])).replace(/[()'!*]/g, percent);
	return `command:${commandOf[action.do]}?${query}`;
}

function percent(char: string): string {
	return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Names and labels come from pages and environments: nothing in them may become Markdown, a link or HTML. */
function escaped(text: string): string {
	return text
		.replace(/[\r\n]+/g, " ")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replace(/[\\`*_{}[\]()#+\-!~|.:]/g, "\\$&");
}

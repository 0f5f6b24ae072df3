import type { LayerId, Message, WebApiOperation } from "../model.ts";
import { yesNo } from "./cell.ts";
import type { Draft } from "./draft.ts";
import { readLink } from "./link.ts";
import type { MessageForm } from "./page.ts";

const lineBreak = "<br />";
const operationEnding = "?displayProperty=nameWithType />";
const methods = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

/** A message as read, with what its cells have around it and the parts that were not understood. */
export interface MessageRow {
	readonly message: Message;
	readonly form: MessageForm;
	readonly unknown: readonly string[];
}

/** Reads the three cells of a message; undefined where the first names none. */
export function readMessage(first: string, rest: string, layer: LayerId): MessageRow | undefined {
	const name = readName(first.trim());
	if (name === undefined) return undefined;
	const middle = rest.indexOf("|");
	const form: Draft<MessageForm> = {};
	const message: Draft<Message> = { ...name, layer };
	const unknown: string[] = [];
	const webApiCell = (middle < 0 ? rest : rest.slice(0, middle)).trim();
	const sdkCell = middle < 0 ? "" : rest.slice(middle + 1).trim();
	const webApi = webApiCell === "" ? undefined : readWebApi(webApiCell, form);
	if (webApi !== undefined) message.webApi = webApi;
	else if (webApiCell !== "") unknown.push(webApiCell);
	const sdk = sdkCell === "" ? undefined : readSdk(sdkCell, form);
	if (sdk !== undefined) message.sdk = sdk;
	else if (sdkCell !== "") unknown.push(sdkCell);
	return { message, form, unknown };
}

/** "`Name`" or "`Name`<br />Event: True". */
function readName(cell: string): { name: string; isEvent?: boolean } | undefined {
	const close = cell.indexOf("`", 1);
	if (!cell.startsWith("`") || close < 2) return undefined;
	const name = cell.slice(1, close);
	const tail = cell.slice(close + 1);
	if (tail === "") return { name };
	const leadIn = `${lineBreak}Event: `;
	const isEvent = tail.startsWith(leadIn) ? yesNo.read(tail.slice(leadIn.length)) : undefined;
	return isEvent === undefined ? undefined : { name, isEvent };
}

function readWebApi(cell: string, form: Draft<MessageForm>): WebApiOperation | undefined {
	if (cell.startsWith("`")) return readRequest(cell, form);
	if (cell.startsWith("<xref:") && cell.endsWith(operationEnding)) {
		return { kind: "operation", name: cell.slice("<xref:".length, -operationEnding.length) };
	}
	const bold = readBold(cell, form);
	if (bold !== undefined) return bold;
	const article = readArticle(cell);
	if (article?.link !== undefined) form.webApiLink = article.link;
	return article && { kind: "article", title: article.title };
}

/** "**Name action**" or "**Name function**". */
function readBold(cell: string, form: Draft<MessageForm>): WebApiOperation | undefined {
	if (!cell.startsWith("**") || !cell.endsWith("**")) return undefined;
	for (const word of ["action", "function"] as const) {
		const ending = ` ${word}**`;
		if (!cell.endsWith(ending) || cell.length === ending.length + 2) continue;
		form.boldOperation = word;
		return { kind: "operation", name: cell.slice(2, -ending.length) };
	}
	return undefined;
}

/** "`POST` /accounts" with or without a line of links below. */
function readRequest(cell: string, form: Draft<MessageForm>): WebApiOperation | undefined {
	const close = cell.indexOf("`", 1);
	const method = cell.slice(1, close);
	const breakAt = cell.indexOf(lineBreak, close);
	const path = cell.slice(close + 1, breakAt < 0 ? undefined : breakAt).trim();
	if (!methods.has(method)) return undefined;
	if (breakAt >= 0) form.note = cell.slice(breakAt + lineBreak.length);
	return { kind: "request", method, ...(path !== "" && { path: path.replaceAll("*", "") }) };
}

/** A link or plain words. */
function readArticle(cell: string): { title: string; link?: string } | undefined {
	const link = readLink(cell, 0);
	if (link?.end === cell.length) return { title: link.text, link: link.target };
	return link !== undefined || /[<>`*[\]]/.test(cell) ? undefined : { title: cell };
}

function readSdk(cell: string, form: Draft<MessageForm>): Message["sdk"] {
	if (cell.startsWith("<xref:") && cell.endsWith(">")) {
		return { kind: "type", name: cell.slice("<xref:".length, -1) };
	}
	const article = readArticle(cell);
	if (article?.link !== undefined) form.sdkLink = article.link;
	return article && { kind: "article", name: article.title };
}

/** The row of a message. Events, which do not tell whether they are one, have no blank behind their name. */
export function printMessage(message: Message, form: MessageForm): string {
	const name = `\`${message.name}\``;
	const first = message.isEvent === undefined ? name : `${name}${lineBreak}Event: ${yesNo.print(message.isEvent)} `;
	return `| ${first}|${printWebApi(message.webApi, form)} |${printSdk(message, form)}|`;
}

function printWebApi(operation: WebApiOperation | undefined, form: MessageForm): string {
	switch (operation?.kind) {
		case undefined:
			return "";
		case "article":
			return form.webApiLink === undefined ? operation.title : `[${operation.title}](${form.webApiLink})`;
		case "operation":
			if (form.boldOperation) return `**${operation.name} ${form.boldOperation}**`;
			return `<xref:${operation.name}${operationEnding}`;
		case "request":
			return `\`${operation.method}\`${printPath(operation.path)}${form.note === undefined ? "" : lineBreak + form.note}`;
	}
}

/** The key in parentheses stands in italics. */
function printPath(path: string | undefined): string {
	if (path === undefined) return "";
	const open = path.indexOf("(");
	if (open < 0 || !path.endsWith(")") || open === path.length - 2) return ` ${path}`;
	return ` ${path.slice(0, open)}(*${path.slice(open + 1, -1)}*)`;
}

function printSdk({ sdk }: Message, form: MessageForm): string {
	if (sdk === undefined) return " ";
	if (sdk.kind === "type") return `<xref:${sdk.name}>`;
	return form.sdkLink === undefined ? sdk.name : `[${sdk.name}](${form.sdkLink})`;
}

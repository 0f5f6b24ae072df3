import type { LayerId, Message, WebApiOperation } from "../model.ts";
import { yesNo } from "./cell.ts";
import type { Draft } from "./draft.ts";
import { readLink } from "./link.ts";
import type { MessageForm } from "./page.ts";

const lineBreak = "<br />";
const typeStart = "<xref:";
const operationEnding = "?displayProperty=nameWithType />";
const olderOperation = '<xref href="';
const barePattern = /^\w{1,200}$/;
const methods = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

/** A message as read, with what its cells have around it and the parts that were not understood. */
export interface MessageRow {
	readonly message: Message;
	readonly form: MessageForm;
	readonly unknown: readonly { readonly code: "unknownCell" | "notInModel"; readonly text: string }[];
}

/** Reads the three cells of a message; undefined where the first names none. */
export function readMessage(first: string, rest: string, layer: LayerId): MessageRow | undefined {
	const name = readName(first.trim());
	if (name === undefined) return undefined;
	const middle = rest.indexOf("|");
	const form: Draft<MessageForm> = {};
	const message: Draft<Message> = { ...name, layer };
	const unknown: Draft<MessageRow["unknown"][number]>[] = [];
	const webApiCell = (middle < 0 ? rest : rest.slice(0, middle)).trim();
	const sdkCell = middle < 0 ? "" : rest.slice(middle + 1).trim();
	const webApi = webApiCell === "" ? undefined : readWebApi(webApiCell, form);
	if (webApi !== undefined) message.webApi = webApi;
	else if (webApiCell !== "") unknown.push({ code: "unknownCell", text: webApiCell });
	const sdk = readSdk(sdkCell, form);
	if (sdk.value !== undefined) message.sdk = sdk.value;
	// Older pages name a second way to send the message: "<xref:A> or <br /><xref:B>".
	const code = sdk.value !== undefined && sdk.rest.startsWith("or ") ? "notInModel" : "unknownCell";
	if (sdk.rest !== "") unknown.push({ code, text: sdk.rest });
	return { message, form, unknown };
}

/** "`Name`", "`Name`<br />Event: True", on older pages the bare name. */
function readName(cell: string): { name: string; isEvent?: boolean } | undefined {
	if (barePattern.test(cell)) return { name: cell };
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
	const request = readRequest(cell, form);
	if (request !== undefined) return request;
	if (cell.startsWith(olderOperation)) {
		const end = cell.indexOf("?", olderOperation.length);
		return end < 0 ? undefined : { kind: "operation", name: cell.slice(olderOperation.length, end) };
	}
	if (cell.startsWith(typeStart) && cell.endsWith(operationEnding)) {
		return { kind: "operation", name: cell.slice(typeStart.length, -operationEnding.length) };
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

/** "`POST` /accounts", on older pages "POST [*org URI*]/api/data/v9.0/accounts"; links may follow on a new line. */
function readRequest(cell: string, form: Draft<MessageForm>): WebApiOperation | undefined {
	const breakAt = cell.indexOf(lineBreak);
	const line = breakAt < 0 ? cell : cell.slice(0, breakAt);
	const ticked = line.startsWith("`");
	const methodEnd = line.indexOf(ticked ? "`" : " ", 1);
	const method = line.slice(ticked ? 1 : 0, methodEnd < 0 ? undefined : methodEnd);
	if (!methods.has(method)) return undefined;
	if (breakAt >= 0) form.note = cell.slice(breakAt + lineBreak.length);
	const path = methodEnd < 0 ? "" : pathOf(line.slice(methodEnd + 1).trim());
	return { kind: "request", method, ...(path !== "" && { path }) };
}

/** Without the marks of italics and without the address of the organization. */
function pathOf(text: string): string {
	const plain = text.replaceAll("*", "");
	const address = "[org URI]/api/data/v9.";
	const slash = plain.startsWith(address) ? plain.indexOf("/", address.length) : 0;
	return slash < 0 ? plain : plain.slice(slash);
}

/** A link or plain words. */
function readArticle(cell: string): { title: string; link?: string } | undefined {
	const link = readLink(cell, 0);
	if (link?.end === cell.length) return { title: link.text, link: link.target };
	return link !== undefined || /[<>`*[\]]/.test(cell) ? undefined : { title: cell };
}

/** "<xref:Type>" or an article; what follows the type on older pages is left over. */
function readSdk(cell: string, form: Draft<MessageForm>): { value?: NonNullable<Message["sdk"]>; rest: string } {
	const close = cell.startsWith(typeStart) ? cell.indexOf(">") : -1;
	if (close > typeStart.length) {
		return { value: { kind: "type", name: cell.slice(typeStart.length, close) }, rest: cell.slice(close + 1).trim() };
	}
	const article = cell === "" ? undefined : readArticle(cell);
	if (article === undefined) return { rest: cell };
	if (article.link !== undefined) form.sdkLink = article.link;
	return { value: { kind: "article", name: article.title }, rest: "" };
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

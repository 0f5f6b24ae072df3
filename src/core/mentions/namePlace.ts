import { columnCalls, columnKeys, formNames, plainKey, recordCalls, recordNames } from "./apiNames.ts";
import { isBody } from "./braces.ts";
import type { ChainLink } from "./codeTokens.ts";
import { type CodeContext, keyBefore } from "./tableInCode.ts";

type NamePlace = "column" | "record" | "indexer" | "value" | "form" | "relationship";

export function placeOfName(context: CodeContext, index: number): NamePlace | undefined {
	const { code } = context;
	let at = index;
	let open = code.opener(at);
	if (code.word(open) === "[" && code.chainBefore(open).length === 0) {
		at = open;
		open = code.opener(at);
	}
	if (code.word(open) === "[" && at === index) return indexerPlace(context, open);
	const end = at === index ? at : code.closer(at);
	const isKey =
		code.word(end + 1) === ":" || (code.word(end + 1) === "=" && code.word(end + 2) !== "=" && code.word(open) === "{");
	if (isKey && code.word(open) === "{") return isBody(context, open) ? undefined : "value";
	const key = keyBefore(code, at);
	if (key !== undefined) return columnKeys.has(plainKey(key)) ? "value" : undefined;
	if (code.word(open) === "(") return callPlace(context, open);
	return code.word(open) === "{" && !isBody(context, open) ? braceListPlace(context, open) : undefined;
}

function braceListPlace({ code }: CodeContext, open: number): NamePlace | undefined {
	const outer = code.opener(open);
	if (code.word(outer) !== "(") return undefined;
	const callee = code.chainBefore(outer).at(-1)?.word.toLowerCase() ?? "";
	return columnCalls.has(callee) ? "column" : "value";
}

function indexerPlace({ code }: CodeContext, open: number): NamePlace {
	const chain = code.chainBefore(open);
	const receiver = chain.at(-1)?.word ?? "";
	const holder = /^(?:Attributes|FormattedValues)$/.test(receiver) ? (chain.at(-2)?.word ?? "") : receiver;
	return holder !== receiver || recordNames.test(holder) ? "record" : "indexer";
}

function isForm({ code }: CodeContext, link: ChainLink | undefined): boolean {
	if (link === undefined || formNames.test(link.word)) return link !== undefined;
	for (let at = link.index - 1; at >= 0 && code.spend(1); at -= 1) {
		if (!code.isWord(at, link.word) || code.word(at + 1) !== "=") continue;
		for (let next = at + 2; next < at + 12; next += 1) {
			if (code.word(next) === "getFormContext" || code.word(next) === "Xrm") return true;
		}
	}
	return false;
}

function callPlace(context: CodeContext, open: number): NamePlace | undefined {
	const { code } = context;
	const chain = code.chainBefore(open);
	const callee = chain.at(-1)?.word.toLowerCase() ?? "";
	const receiver = chain.at(-2)?.word ?? "";
	if (callee === "getattribute" || callee === "getcontrol") return isForm(context, chain.at(-2)) ? "form" : undefined;
	if (callee === "get" && formNames.test(receiver) && receiver !== "Page") return "form";
	if (callee === "relationship" || callee === "relationshipschemaname") return "relationship";
	if (callee === "relationshipschemanameattribute") return "relationship";
	if (columnCalls.has(callee)) return "column";
	if (recordCalls.has(callee)) return recordNames.test(receiver) || receiver === "Attributes" ? "record" : "indexer";
	return /^(?:log|info|warn|error|debug|write|print|alert|equal|strictequal|require|t)$/.test(callee)
		? undefined
		: "value";
}

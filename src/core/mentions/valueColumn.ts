import { columnCalls, recordCalls } from "./apiNames.ts";
import type { CodeContext } from "./tableInCode.ts";

export function columnOfValue(context: CodeContext, index: number): number | undefined {
	const { code } = context;
	let at = index - 1;
	if (code.word(at) === "(") {
		const callee = code.chainBefore(at);
		const name = callee.at(-1)?.word.toLowerCase();
		if (name === "optionsetvalue") at = (callee[0]?.index ?? at) - 1;
		else if (name === "setvalue") return argumentOf(context, callee.at(-2)?.open);
	}
	if (code.word(at) === "new") at -= 1;
	const comma = argumentBefore(context, at);
	if (comma !== undefined) return comma;
	if (!/^[=:]$/.test(code.word(at))) return undefined;
	while (/^[=!:]$/.test(code.word(at))) at -= 1;
	if (code.word(at) === "]" && code.isString(at - 1)) return at - 1;
	if (code.word(at) === "Value" && code.word(at - 1) === ".") at -= code.word(at - 2) === "?" ? 3 : 2;
	if (code.isString(at) || code.isName(at)) return at;
	if (code.word(at) !== ")") return undefined;
	const open = code.scan.partner.get(at);
	const chain = open === undefined ? [] : code.chainBefore(open);
	const own = argumentOf(context, open);
	return own ?? argumentOf(context, chain.at(-2)?.open);
}

function argumentOf({ code }: CodeContext, open: number | undefined): number | undefined {
	if (open === undefined) return undefined;
	const [first] = code.directStrings(open);
	return first;
}

function argumentBefore({ code }: CodeContext, at: number): number | undefined {
	if (code.word(at) !== ",") return undefined;
	const open = code.opener(at);
	const callee = code.chainBefore(open).at(-1)?.word.toLowerCase() ?? "";
	if (code.word(open) !== "(" || !(columnCalls.has(callee) || recordCalls.has(callee))) return undefined;
	return code.directStrings(open).findLast((index) => index < at);
}

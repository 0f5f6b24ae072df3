import { type CodeContext, keyBefore, tableInString } from "./tableInCode.ts";

export function isBody({ code }: CodeContext, open: number): boolean {
	const before = code.word(open - 1);
	if (before === ">" && code.word(open - 2) === "=") return true;
	if (before === "else" || before === "try" || before === "do" || before === "finally") return true;
	if (before !== ")") return false;
	const chain = code.chainBefore(code.scan.partner.get(open - 1) ?? -1);
	return chain.length === 0 || code.word((chain[0]?.index ?? 0) - 1) !== "new";
}

export function literalTables(context: CodeContext, open: number, inside: number): readonly string[] {
	return context.code.directStrings(open).flatMap((index) => {
		if (index === inside) return [];
		const found = tableInString(context, index);
		if (found === undefined || found.reference) return [];
		const key = keyBefore(context.code, index) ?? "";
		const says = found.whole !== undefined || key.startsWith("@odata.");
		return says || !key.includes("@") ? [found.table] : [];
	});
}

export function ownerOf(
	{ code }: CodeContext,
	open: number,
): { readonly word: string; readonly index: number } | undefined {
	let at = open - 1;
	if (code.word(at) === "@") at -= 1;
	if (code.word(at) !== "=") return undefined;
	for (let start = at - 1; start > at - 24 && start >= 0; start -= 1) {
		if (/^(?:const|let|var)$/.test(code.word(start))) return { word: code.word(start + 1), index: start + 1 };
		if (/^[;{}]$/.test(code.word(start))) break;
	}
	at -= 1;
	return code.isName(at) ? { word: code.word(at), index: at } : undefined;
}

export function headerTables(context: CodeContext, open: number): readonly string[] {
	const { code } = context;
	for (let at = open - 1; at > open - 60 && at >= 0; at -= 1) {
		const word = code.word(at);
		if (word === ";" || word === "}" || word === "{") return [];
		if (!code.isString(at)) continue;
		const table = tableInString(context, at)?.table;
		if (table !== undefined) return [table];
	}
	return [];
}

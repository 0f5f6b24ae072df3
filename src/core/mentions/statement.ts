import { type CodeContext, tableInString } from "./tableInCode.ts";

export function commandTables(context: CodeContext, index: number): readonly string[] {
	const { code } = context;
	if (!code.isName(index - 1) || code.word(index - 2) !== "-") return [];
	const level = code.opener(index);
	for (const step of [-1, 1]) {
		for (let at = index + step; at > index - 40 && at < index + 40; at += step) {
			const table = tableInString(context, at);
			if (table !== undefined && !table.reference) return [table.table];
			const later = Math.max(at, at - step);
			if (endsValue(context, later, level) && code.word(later - 1) !== "`") break;
		}
	}
	return [];
}

export function occurrences({ code }: CodeContext, name: string, index: number): readonly number[] {
	const found: number[] = [];
	for (let at = index + 1; at < Math.min(code.length, index + 900) && found.length < 12; at += 1) {
		if (code.isWord(at, name) && code.word(at - 1) !== ".") found.push(at);
	}
	for (let at = index - 1, count = 0; at >= Math.max(0, index - 3000) && count < 12; at -= 1) {
		if (!code.spend(1)) return found;
		if (!code.isWord(at, name) || code.word(at - 1) === ".") continue;
		found.push(at);
		count += 1;
	}
	return found;
}

/** `[EntityLogicalName("account")] public class Account {` */

export function comparedTable(context: CodeContext, from: number): readonly string[] {
	for (let at = from; at < from + 6; at += 1) {
		const table = tableInString(context, at)?.table;
		if (table !== undefined) return [table];
	}
	return [];
}

export function endsValue({ code }: CodeContext, at: number, level: number): boolean {
	if (code.opener(at) < level) return true;
	if (code.opener(at) !== level && !/^[)\]}]$/.test(code.word(at))) return false;
	const word = code.word(at);
	if (word === ";" || (word === "," && code.opener(at) === level) || (word === ")" && code.closer(level) === at))
		return true;
	const before = code.token(at - 1);
	const token = code.token(at);
	if (before === undefined || token === undefined) return true;
	if (!code.scan.text.slice(before.end, token.start).includes("\n")) return false;
	return code.opener(at) === level && !/^[.)\]}+?:,({\[]$/.test(word) && !/^[=+(,.{\[]$/.test(code.word(at - 1));
}

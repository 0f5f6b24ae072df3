import { tableCalls } from "./apiNames.ts";
import type { ChainLink } from "./codeTokens.ts";
import { type CodeContext, keyBefore, tableInString } from "./tableInCode.ts";

/** The tables around a place in code, nearest first. */
export interface TableContext {
	/** Named by the brackets around without a function's body between, or by what the receiver is. */
	readonly direct: readonly string[];
	/** Named by brackets around beyond a function's body: `retrieveRecord("account", ..).then(function (r) { here })`. */
	readonly outer: readonly string[];
}

const maxDepth = 12;

/** Walks outwards from a token: call arguments, calls before in the chain, literals, receivers, class headers. */
export function tableContext(context: CodeContext, index: number): TableContext {
	const { code } = context;
	const direct: string[] = [];
	const outer: string[] = [];
	let into = direct;
	let inside = index;
	for (let open = code.opener(index), depth = 0; open >= 0 && depth < maxDepth; open = code.opener(open), depth += 1) {
		const mark = code.word(open);
		if (mark === "{") {
			if (isBody(context, open)) into = outer;
			into.push(...braceTables(context, open, inside));
		} else {
			const chain = code.chainBefore(open);
			if (mark === "(" && chain.length > 0) into.push(...callTables(context, open, inside));
			into.push(...chainTables(context, chain, depth));
		}
		inside = open;
	}
	return { direct, outer };
}

/** Tables among the arguments of one call, what stands before `inside` first. */
function callTables(context: CodeContext, open: number, inside: number): readonly string[] {
	const strings = context.code.directStrings(open).filter((index) => index !== inside);
	const tables = strings.flatMap((index) => {
		const found = tableInString(context, index);
		const callee = context.code.chainBefore(open).at(-1)?.word.toLowerCase() ?? "";
		if (found === undefined) return [];
		return found.reference && !(tableCalls.has(callee) && found.whole !== undefined) ? [] : [found.table];
	});
	const callee = context.code.chainBefore(open).at(-1)?.word.toLowerCase();
	return callee === "addlink" || callee === "linkentity" ? [] : tables;
}

/** Tables that earlier calls of a chain name, and what its root holds. */
function chainTables(context: CodeContext, chain: readonly ChainLink[], depth: number): readonly string[] {
	const found: string[] = [];
	for (const { open } of chain.slice(0, -1).reverse()) {
		if (open === undefined || context.code.word(open) !== "(") continue;
		for (const index of context.code.directStrings(open)) {
			const table = tableInString(context, index)?.table;
			if (table !== undefined) found.push(table);
		}
	}
	const [root] = chain;
	if (root !== undefined && found.length === 0 && (chain.length > 1 || isIndexer(context, root)))
		found.push(...holderTables(context, root.word, root.index, depth > 2 ? 2 : 0));
	return found;
}

function isIndexer({ code }: CodeContext, { open }: ChainLink): boolean {
	return open !== undefined && code.word(open) === "[";
}

/** Whether a brace opens the body of a function or block, not a literal. */
export function isBody({ code }: CodeContext, open: number): boolean {
	const before = code.word(open - 1);
	if (before === ">" && code.word(open - 2) === "=") return true;
	if (before === "else" || before === "try" || before === "do" || before === "finally") return true;
	if (before !== ")") return false;
	const chain = code.chainBefore(code.scan.partner.get(open - 1) ?? -1);
	return chain.length === 0 || code.word((chain[0]?.index ?? 0) - 1) !== "new";
}

function braceTables(context: CodeContext, open: number, inside: number): readonly string[] {
	const { code, names } = context;
	const siblings = literalTables(context, open, inside);
	const before = code.word(open - 1);
	const callOpen = before === ")" ? code.scan.partner.get(open - 1) : undefined;
	if (callOpen !== undefined) {
		const inCall = callTables(context, callOpen, -1);
		const inChain = inCall.length > 0 ? [] : chainTables(context, code.chainBefore(callOpen), 3);
		return [...siblings, ...inCall, ...inChain];
	}
	if (code.isName(open - 1) && code.word(open - 2) === "new" && context.evidence) {
		const table = names.tableOfClass(before);
		return table === undefined ? siblings : [...siblings, table];
	}
	if (siblings.length > 0) return siblings;
	const owner = ownerOf(context, open);
	if (owner !== undefined) return usedWith(context, owner.word, owner.index);
	return headerTables(context, open);
}

/** Strings directly in a literal that name the table of the record or of the query: "@odata.type", entityName, ... */
function literalTables(context: CodeContext, open: number, inside: number): readonly string[] {
	return context.code.directStrings(open).flatMap((index) => {
		if (index === inside) return [];
		const found = tableInString(context, index);
		if (found === undefined || found.reference) return [];
		const key = keyBefore(context.code, index) ?? "";
		const says = found.whole !== undefined || key.startsWith("@odata.");
		return says || !key.includes("@") ? [found.table] : [];
	});
}

/** The variable that a literal is given to: `const data = {`, `data: X = {`, `$data = @{`. */
function ownerOf({ code }: CodeContext, open: number): { readonly word: string; readonly index: number } | undefined {
	let at = open - 1;
	if (code.word(at) === "@") at -= 1;
	if (code.word(at) !== "=") return undefined;
	at -= 1;
	for (let steps = 0; steps < 10 && code.word(at - 1) !== ""; steps += 1) {
		if (code.word(at - 1) !== ":" && code.word(at - 1) !== "." && !/^[<>\[\],|]$/.test(code.word(at))) break;
		at -= 1;
	}
	while (code.word(at) === ":" || (code.word(at + 1) === ":" && !code.isName(at))) at -= 1;
	return code.isName(at) ? { word: code.word(at), index: at } : undefined;
}

/** Tables in calls that get the variable as an argument, those after `index` first. */
function usedWith(context: CodeContext, name: string, index: number): readonly string[] {
	const { code } = context;
	for (const at of occurrences(context, name, index)) {
		if (at === index) continue;
		const open = code.opener(at);
		const call = code.word(open) === "{" || code.word(open) === "[" ? code.opener(open) : open;
		if (code.word(call) !== "(") {
			const tables = commandTables(context, at);
			if (tables.length > 0) return tables;
			continue;
		}
		const tables = callTables(context, call, -1);
		if (tables.length > 0) return tables;
		const chained = chainTables(context, code.chainBefore(call), 3);
		if (chained.length > 0) return chained;
	}
	return [];
}

/** `Invoke-RestMethod -Uri "..accounts" -Body $body`: tables that the command line with a parameter names. */
function commandTables(context: CodeContext, index: number): readonly string[] {
	const { code } = context;
	if (!code.isName(index - 1) || code.word(index - 2) !== "-") return [];
	const level = code.opener(index);
	for (const step of [-1, 1]) {
		for (let at = index + step; at > index - 40 && at < index + 40; at += step) {
			const table = tableInString(context, at);
			if (table !== undefined && !table.reference) return [table.table];
			if (endsValue(context, Math.max(at, at - step), level) && code.word(at - 1) !== "`") break;
		}
	}
	return [];
}

/** Where the word stands, after `index` first, then before it, nearest first; at most 12 on each side. */
function occurrences({ code }: CodeContext, name: string, index: number): readonly number[] {
	const found: number[] = [];
	for (let at = index + 1; at < Math.min(code.length, index + 900) && found.length < 12; at += 1) {
		if (code.word(at) === name && code.word(at - 1) !== ".") found.push(at);
	}
	for (let at = index - 1, count = 0; at >= Math.max(0, index - 3000) && count < 12; at -= 1) {
		if (code.word(at) !== name || code.word(at - 1) === ".") continue;
		found.push(at);
		count += 1;
	}
	return found;
}

/** `[EntityLogicalName("account")] public class Account {` */
function headerTables(context: CodeContext, open: number): readonly string[] {
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

/**
 * What a variable holds, followed through assignments, loops and parameters. `depth` counts the hops; after four the
 * question stays open.
 */
export function holderTables(context: CodeContext, name: string, index: number, depth = 0): readonly string[] {
	if (depth > 4 || /^(?:this|self|await|return|new|base|\$_|\$this)$/.test(name)) return [];
	const { code } = context;
	for (let at = index - 1; at >= Math.max(0, index - 3000); at -= 1) {
		if (code.word(at) !== name || code.word(at - 1) === ".") continue;
		const found = fromOccurrence(context, at, depth);
		if (found.length > 0) return found;
	}
	return usedAsRecord(context, name, index);
}

/** `createRecord("account", data)` after the place. */
function usedAsRecord(context: CodeContext, name: string, index: number): readonly string[] {
	const { code } = context;
	for (let at = index + 1; at < Math.min(code.length, index + 600); at += 1) {
		if (code.word(at) !== name || code.word(at - 1) === ".") continue;
		const open = code.opener(at);
		if (code.word(open) !== "(" || (code.word(at + 1) !== ")" && code.word(at + 1) !== ",")) continue;
		const tables = callTables(context, open, -1);
		if (tables.length > 0) return tables;
	}
	return [];
}

function fromOccurrence(context: CodeContext, at: number, depth: number): readonly string[] {
	const { code, names, evidence } = context;
	const next = code.word(at + 1);
	if (next === "=" && code.word(at + 2) !== "=" && code.word(at + 2) !== ">") return fromValue(context, at + 2, depth);
	if (next === ":" && code.isName(at + 2)) return fromTyped(context, at, depth);
	if (next === "of" || next === "in") return fromValue(context, at + 2, depth);
	if (next === "." && /^(?:LogicalName|logicalName|EntityName|entityName|EntityLogicalName)$/.test(code.word(at + 2))) {
		return comparedTable(context, at + 3);
	}
	if (code.isName(at - 1) && evidence) {
		const table = names.tableOfClass(code.word(at - 1));
		if (table !== undefined) return [table];
	}
	const open = code.opener(at);
	if (code.word(open) === "(" && (next === ")" || next === ",")) {
		const tables = callTables(context, open, -1);
		if (tables.length > 0) return tables;
	}
	return isParameter(context, at) ? fromCallback(context, at, depth) : [];
}

/** `name: Type = value` in TypeScript and Python. */
function fromTyped(context: CodeContext, at: number, depth: number): readonly string[] {
	const { code, names, evidence } = context;
	const table = evidence ? names.tableOfClass(code.word(at + 2)) : undefined;
	if (table !== undefined) return [table];
	for (let index = at + 3; index < at + 10; index += 1) {
		if (code.word(index) === "=" && code.word(index + 1) !== ">") return fromValue(context, index + 1, depth);
		if (/^[;{}]$/.test(code.word(index))) return [];
	}
	return [];
}

/** `.LogicalName == "account"`, `.Equals("account")` after a variable. */
function comparedTable(context: CodeContext, from: number): readonly string[] {
	for (let at = from; at < from + 6; at += 1) {
		const table = tableInString(context, at)?.table;
		if (table !== undefined) return [table];
	}
	return [];
}

/** A parameter of a function that is given to a call: what that call is made on. */
function isParameter({ code }: CodeContext, at: number): boolean {
	const next = code.word(at + 1);
	if (next === "=" && code.word(at + 2) === ">") return true;
	const open = code.opener(at);
	if (code.word(open) !== "(") return false;
	const close = code.closer(open);
	const before = code.word(open - 1);
	if (code.word(close + 1) === "=" && code.word(close + 2) === ">") return true;
	return code.word(close + 1) === "{" && (before === "function" || code.word(open - 2) === "function");
}

function fromCallback(context: CodeContext, at: number, depth: number): readonly string[] {
	const { code } = context;
	for (let open = code.opener(at), level = 0; open >= 0 && level < 3; open = code.opener(open), level += 1) {
		if (code.word(open) !== "(") continue;
		const chain = code.chainBefore(open);
		if (chain.length === 0) continue;
		const tables = chainTables(context, chain, depth);
		if (tables.length > 0) return tables;
		const inCall = callTables(context, open, -1);
		return inCall.length > 0
			? inCall
			: chain.length > 1
				? holderTables(context, chain[0]?.word ?? "", at, depth + 1)
				: [];
	}
	return [];
}

/** The value that begins at a token: a table that it names, else what its variables hold. */
function fromValue(context: CodeContext, from: number, depth: number): readonly string[] {
	const { code, names, evidence } = context;
	const variables: number[] = [];
	const start = code.token(from)?.start ?? 0;
	const level = code.opener(from);
	for (let at = from; at < Math.min(code.length, from + 120); at += 1) {
		if (at > from && endsValue(context, at, level)) break;
		const found = tableInString(context, at);
		if (found !== undefined && (!found.reference || isLink(context, at))) return [found.table];
		if (!code.isName(at) || code.word(at - 1) === ".") {
			const set = code.isName(at) && evidence ? /^(\w+)Set$/.exec(code.word(at))?.[1] : undefined;
			const table = set === undefined ? undefined : names.tableOfClass(set);
			if (table !== undefined) return [table];
			continue;
		}
		const table = evidence ? names.tableOfClass(code.word(at)) : undefined;
		if (table !== undefined) return [table];
		if (code.word(at + 1) !== "(") variables.push(at);
	}
	for (const at of variables.slice(0, 8)) {
		if ((code.token(at)?.start ?? 0) < start) continue;
		const tables = holderTables(context, code.word(at), from - 1, depth + 1);
		if (tables.length > 0) return tables;
	}
	return [];
}

/** `query.AddLink("contact", ..)` gives a link to that table. */
function isLink({ code }: CodeContext, index: number): boolean {
	return code.chainBefore(code.opener(index)).at(-1)?.word === "AddLink";
}

/** A statement ends at ";", at the bracket around it, and at the end of a line that nothing continues. */
function endsValue({ code }: CodeContext, at: number, level: number): boolean {
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

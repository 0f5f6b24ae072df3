import { headerTables, isBody, literalTables, ownerOf } from "./braces.ts";
import { callTables } from "./callTables.ts";
import type { ChainLink } from "./codeTokens.ts";
import { commandTables, comparedTable, endsValue, occurrences } from "./statement.ts";
import { type CodeContext, tableInString } from "./tableInCode.ts";

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
/**
 * `AddLink(to, column of the query, column of to)` and `LinkEntity(from, to, column of from, column of to)`: which of the
 * tables a column belongs to goes by its place.
 */
/** Tables that earlier calls of a chain name, and what its root holds. */
function chainTables(context: CodeContext, chain: readonly ChainLink[], depth: number): readonly string[] {
	const found: string[] = [];
	for (const { open, word } of chain.slice(0, -1).reverse()) {
		const set = context.evidence ? /^(\w+)Set$/.exec(word)?.[1] : undefined;
		const ofClass = set === undefined ? undefined : context.names.tableOfClass(set);
		if (ofClass !== undefined) found.push(ofClass);
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
/** The variable that a literal is given to: `const data = {`, `data: X = {`, `$data = @{`. */
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
/** Where the word stands, after `index` first, then before it, nearest first; at most 12 on each side. */
/**
 * What a variable holds, followed through assignments, loops and parameters. `depth` counts the hops; after four the
 * question stays open.
 */
export function holderTables(context: CodeContext, name: string, index: number, depth = 0): readonly string[] {
	if (depth > 4 || /^(?:this|self|await|return|new|base|\$_|\$this)$/.test(name)) return [];
	const known = context.holders.get(name);
	if (known !== undefined) return known;
	context.holders.set(name, []);
	const found = follow(context, name, index, depth);
	context.holders.set(name, found);
	return found;
}

function follow(context: CodeContext, name: string, index: number, depth: number): readonly string[] {
	const { code } = context;
	for (let at = index - 1; at >= Math.max(0, index - 3000); at -= 1) {
		if (!code.spend(1)) return [];
		if (!code.isWord(at, name) || code.word(at - 1) === ".") continue;
		const found = fromOccurrence(context, at, depth);
		if (found.length > 0) return found;
	}
	return usedAsRecord(context, name, index);
}

/** `createRecord("account", data)` after the place. */
function usedAsRecord(context: CodeContext, name: string, index: number): readonly string[] {
	const { code } = context;
	for (let at = index + 1; at < Math.min(code.length, index + 600); at += 1) {
		if (!code.spend(1)) return [];
		if (!code.isWord(at, name) || code.word(at - 1) === ".") continue;
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
/** A parameter of a function that is given to a call: what that call is made on. */
function isParameter({ code }: CodeContext, at: number): boolean {
	const next = code.word(at + 1);
	if (next === "=" && code.word(at + 2) === ">") return true;
	const around = code.opener(at);
	const open = code.word(around) === "{" || code.word(around) === "[" ? code.opener(around) : around;
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
		if (chain.length === 0 || chain.at(-1)?.word === "function") continue;
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
		if (!code.spend(2)) return [];
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

import { builtInFunction } from "../../core/odata/functionNames.ts";
import type { QueryOption, RequestUri } from "../../core/odata/nodes.ts";
import type { Problem } from "../../core/odata/problem.ts";
import type { Message } from "../../words/message.ts";
import * as words from "../../words/sandboxQuery.ts";
import { Refusal } from "../service/refusal.ts";
import { badQueryCode, syntaxError } from "../service/serviceRefusals.ts";
import { noTextFunction, unknownFunction } from "./queryRefusals.ts";
import { isTextFunction } from "./textPattern.ts";

const badSyntax = (text: Message): Refusal => new Refusal(400, badQueryCode, text);

/**
 * The refusal for a query option that is not well-formed. The service reads names and text together, so its sentence
 * about `substringof('x',name)` is about the function and not about the comma.
 */
export function badOptionSyntax(uri: RequestUri, { valueStart, end }: QueryOption, { code, start }: Problem): Refusal {
	const text = decoded(uri.text.slice(valueStart, end));
	const place = Math.min(decoded(uri.text.slice(valueStart, Math.max(start, valueStart))).length, text.length);
	const around = aroundOf(text, place);
	if (around.quoted || code === "unclosedString" || isQuoteLeft(text, place)) {
		return badSyntax(words.unterminatedLiteral(text.length, text));
	}
	const character = text.charAt(place);
	if (/["<>!|#\\^~`]/.test(character)) return badSyntax(words.invalidCharacter(character, place, text));
	const atEnd = text.slice(place).trim() === "";
	if (atEnd && code === "expectedExpression") return badSyntax(words.expressionExpected(text.length, text));
	if (atEnd && around.parenthesis) {
		return badSyntax(words.closingExpected(around.call === undefined ? "operator" : "','", text.length, text));
	}
	if (around.call !== undefined && isTextFunction(around.call)) return noTextFunction(around.call);
	if (around.call !== undefined && builtInFunction(around.call) === undefined) return unknownFunction(around.call);
	return syntaxError(endOfWord(text, place), text);
}

interface Around {
	/** The place is inside quotes. */
	readonly quoted: boolean;
	/** It is inside parentheses. */
	readonly parenthesis: boolean;
	/** The function whose parentheses they are. */
	readonly call?: string;
}

const keyWords = /^(and|or|not|eq|ne|gt|ge|lt|le|in|has|add|sub|mul|div|divby|mod|any|all)$/i;

/** What is open at a place: walks from the beginning. A call whose parentheses begin at the place counts as open. */
function aroundOf(text: string, place: number): Around {
	const open: string[] = [];
	let quoted = false;
	for (let at = 0; at < place; at += 1) {
		const character = text.charAt(at);
		if (character === "'") quoted = !quoted;
		if (quoted) continue;
		if (character === "(") open.push(nameBefore(text, at));
		if (character === ")") open.pop();
	}
	if (!quoted && text.charAt(place) === "(") open.push(nameBefore(text, place));
	const name = open.at(-1);
	const isCall = name !== undefined && name !== "" && !keyWords.test(name);
	return { quoted, parenthesis: name !== undefined, ...(isCall && { call: name }) };
}

function nameBefore(text: string, end: number): string {
	return /[\w.]*$/.exec(text.slice(0, end))?.[0] ?? "";
}

/** A quote that was not doubled: a word follows the text without a blank, and then a quote that nothing closes. */
function isQuoteLeft(text: string, place: number): boolean {
	return text.charAt(place - 1) === "'" && /^[^\s),]/.test(text.slice(place)) && text.split("'").length % 2 === 0;
}

function endOfWord(text: string, place: number): number {
	return place + (/^\s*(?:\w+|.)?/s.exec(text.slice(place))?.[0].length ?? 0);
}

/** Broken percent-encoding stays as it is. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

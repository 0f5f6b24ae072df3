import { createSearch } from "../core/schema/search/createSearch.ts";
import type { SchemaSearch, SearchHit } from "../core/schema/search/searchHit.ts";
import { cliHelp } from "../words/cliHelp.ts";
import { inPlaces, moreHits, nothingFound } from "../words/cliReport.ts";
import { optionNotANumber } from "../words/cliUsage.ts";
import { english } from "../words/message.ts";
import { alignRows } from "./alignRows.ts";
import type { Command } from "./command.ts";
import { exitCodes } from "./exitCodes.ts";
import { highlight } from "./highlight.ts";
import { printJson } from "./printJson.ts";
import { type Style, styleOf } from "./style.ts";

const usualLimit = 20;
/** JSON names the places of a hit up to here; `placeCount` tells how many there are. */
const mostPlaces = 100;

/**
 * The search of the editor, once. Nothing found exits with 1, as grep does; with --json there is still a result, with an
 * empty list.
 */
export const search: Command = {
	name: "schema search",
	operands: ["TEXT"],
	joinsOperands: true,
	options: {
		limit: { value: "N", help: cliHelp.limit },
		json: { help: cliHelp.json },
		bundle: { value: "FILE", help: cliHelp.bundle },
	},
	summary: cliHelp.search,
	run({ operands, values, switches }, { terminal, openCatalog }) {
		const text = operands.join(" ");
		const limit = limitOf(values.get("limit"));
		if (limit === undefined) {
			terminal.say(optionNotANumber("--limit", values.get("limit") ?? ""));
			return exitCodes.usage;
		}
		const catalog = openCatalog(values.get("bundle"));
		if (catalog === undefined) return exitCodes.problems;
		const index = createSearch(catalog);
		// One more than asked for tells whether there are more.
		const hits = index.find(text, { limit: limit + 1 });
		const shown = hits.slice(0, limit);
		if (switches.has("json")) terminal.data(printJson(jsonOf(text, shown, index)));
		else if (shown.length > 0) terminal.data(textOf(shown, index, styleOf(terminal.color)));
		if (shown.length === 0) terminal.say(nothingFound(text));
		else if (hits.length > limit) terminal.say(moreHits(limit));
		return shown.length > 0 ? exitCodes.ok : exitCodes.problems;
	},
};

/** Undefined where it is no whole number from 1; seven digits are more than there are names. */
function limitOf(text: string | undefined): number | undefined {
	if (text === undefined) return usualLimit;
	return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}

function jsonOf(text: string, hits: readonly SearchHit[], index: SchemaSearch) {
	return {
		text,
		hits: hits.map((hit) => {
			const { kind, name, label, alias, placeCount } = hit;
			return { kind, name, label, alias, placeCount, places: index.expand(hit, mostPlaces) };
		}),
	};
}

/** A line for each hit: kind, name, label, place. */
function textOf(hits: readonly SearchHit[], index: SchemaSearch, style: Style): string {
	return alignRows(
		hits.map((hit) => [
			style.faint(hit.kind),
			highlight(hit.name, hit.nameRanges, style),
			hit.label === undefined ? "" : highlight(hit.label, hit.labelRanges, style),
			style.faint(placeText(hit, index)),
		]),
	).join("\n");
}

/** The one place by its name, or how many there are; a table is its own place. */
function placeText(hit: SearchHit, index: SchemaSearch): string {
	if (hit.kind === "table") return hit.alias ?? "";
	if (hit.placeCount > 1 && hit.table === undefined) return english(inPlaces(hit.placeCount));
	const [place] = index.expand(hit, 1);
	return [place?.table, hit.kind === "option" ? place?.column : undefined].filter(Boolean).join(".");
}

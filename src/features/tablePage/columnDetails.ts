/** What unfolds under a column: every fact that its type may have, and its options. */
import type { Column, ColumnType, Table } from "../../core/schema/model.ts";
import type { ColumnDetails, Fact, Piece } from "../../protocol/tablePage.ts";
import { columnTypeName } from "../../words/columnType.ts";
import { requiredLevelWords } from "../../words/requiredLevel.ts";
import { factValueWords, factWords } from "../../words/tablePage.ts";
import { optionRows } from "./optionRows.ts";
import {
	copyPiece,
	fact,
	factLayer,
	type PageContext,
	productOf,
	tablePiece,
	textPiece,
	yesNoPiece,
} from "./pageContext.ts";

type PlainFact = Exclude<keyof Column & keyof typeof factWords, "targets" | "type" | "access" | "requiredLevel">;

const texts: readonly PlainFact[] = ["format", "formatName", "imeMode", "localizable", "maxLength"];
const numbers: readonly PlainFact[] = ["imeMode", "minValue", "maxValue", "precision"];

/** The facts of each type that the source may leave out: what is missing of these is said to be not documented. */
const factsOfType: Readonly<Partial<Record<ColumnType, readonly PlainFact[]>>> = {
	String: texts,
	Memo: texts,
	DateTime: ["canChangeDateTimeBehavior", "dateTimeBehavior", "format", "imeMode", "sourceTypeMask"],
	Integer: ["format", "minValue", "maxValue"],
	BigInt: ["minValue", "maxValue"],
	Decimal: [...numbers, "sourceTypeMask"],
	Double: numbers,
	Money: ["baseCurrency", ...numbers, "precisionSource"],
	Image: ["canStoreFullImage", "primaryImage", "maxHeight", "maxWidth", "maxSizeInKb"],
	File: ["maxSizeInKb"],
};

const allTypeFacts: readonly PlainFact[] = [...new Set(Object.values(factsOfType).flat())];
const typesWithTargets: readonly (ColumnType | undefined)[] = ["Lookup", "Owner", "Customer", "PartyList"];

export function columnDetails(context: PageContext, table: Table, column: Column): ColumnDetails {
	return {
		facts: [...generalFacts(context, column), ...typeFacts(context, column), ...layerFacts(context, table, column)],
		...(column.choice === undefined ? {} : { options: optionRows(context, column.choice, column.layer) }),
	};
}

function generalFacts(context: PageContext, column: Column): readonly Fact[] {
	const { say } = context;
	const { access, requiredLevel, type } = column;
	const word = (text: Parameters<typeof say>[0] | undefined) =>
		text === undefined ? undefined : [textPiece(say(text))];
	const row = (property: keyof Column & keyof typeof factWords, value: readonly Piece[] | null | undefined) =>
		fact(say(factWords[property]), value, factLayer(context, column.factLayers, property));
	return [
		plainFact(context, column, "displayName"),
		fact(say(factWords.logicalName), [copyPiece(column.logicalName)]),
		fact(say(factWords.schemaName), [copyPiece(column.schemaName)]),
		...(column.description ? [plainFact(context, column, "description")] : []),
		row("type", type && word(columnTypeName(type))),
		row("access", access && word(factValueWords[access])),
		row("requiredLevel", requiredLevel && word(requiredLevelWords[requiredLevel])),
		plainFact(context, column, "validForForm"),
		plainFact(context, column, "validForRead"),
	];
}

function typeFacts(context: PageContext, column: Column): readonly Fact[] {
	const { choice, targets, type } = column;
	const expected = (type && factsOfType[type]) ?? [];
	const further = allTypeFacts.filter((name) => !expected.includes(name) && column[name] !== undefined);
	const hasTargets = targets !== undefined || typesWithTargets.includes(type);
	return [
		...(hasTargets ? [targetsFact(context, column)] : []),
		...[...expected, ...further].map((name) => plainFact(context, column, name)),
		...(choice === undefined ? [] : choiceFacts(context, column)),
	];
}

function targetsFact(context: PageContext, { targets, factLayers }: Column): Fact {
	const pieces = targets?.map(({ table }) => tablePiece(context, table));
	return fact(
		context.say(factWords.targets),
		pieces?.length === 0 ? [textPiece(context.say(factValueWords.none))] : pieces,
		factLayer(context, factLayers, "targets"),
	);
}

function choiceFacts(context: PageContext, { choice, factLayers }: Column): readonly Fact[] {
	const { say } = context;
	const { globalName, defaultValue } = choice ?? {};
	const name = globalName && [copyPiece(globalName)];
	const start = defaultValue === -1 ? say(factValueWords.none) : defaultValue;
	return [
		fact(say(factWords.choiceName), name === "" ? null : name, factLayer(context, factLayers, "choice")),
		fact(say(factWords.defaultValue), start === undefined || start === null ? start : [textPiece(start)]),
	];
}

function plainFact(context: PageContext, column: Column, name: PlainFact): Fact {
	return fact(
		context.say(factWords[name]),
		plainValue(context, column, name),
		factLayer(context, column.factLayers, name),
	);
}

function plainValue(context: PageContext, column: Column, name: PlainFact): readonly Piece[] | null | undefined {
	const value = column[name];
	if (value === undefined || value === null) return value;
	if (name === "precisionSource") return [textPiece(precisionSourceText(context, Number(value)))];
	if (typeof value === "boolean") return [yesNoPiece(context, value)];
	return [textPiece(value)];
}

function precisionSourceText({ say }: PageContext, source: number): string {
	const { precisionOfColumn, precisionOfOrganization, precisionOfCurrency } = factValueWords;
	const words = [precisionOfColumn, precisionOfOrganization, precisionOfCurrency][source];
	return words === undefined ? String(source) : `${source} · ${say(words)}`;
}

/** Said only where the column is not simply from the table's own layer. */
function layerFacts(context: PageContext, table: Table, column: Column): readonly Fact[] {
	if (table.layers.length < 2 && column.layer === table.layers[0]) return [];
	return [fact(context.say(factWords.layer), [textPiece(productOf(context, column.layer))])];
}

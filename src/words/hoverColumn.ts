import type { ColumnFacts } from "../core/mentions/hoverFacts.ts";
import type { Column, Option } from "../core/schema/model.ts";
import { columnTypeSummary } from "./columnType.ts";
import { type HoverLine, type HoverPiece, code, data, words } from "./hoverLine.ts";
import {
	fromWords,
	hoverWords,
	lengthWords,
	moreWords,
	precisionWords,
	rangeWords,
	sizeWords,
	upToWords,
} from "./hoverWords.ts";
import type { Message } from "./message.ts";
import { requiredLevelWords } from "./requiredLevel.ts";
import { treeWords } from "./schemaTree.ts";

const shownOptions = 2;
const longestOptionList = 4;
const shownTargets = 3;

/** Behind the name: "choice, 33 options", "optional", "read-only". */
export function columnGist({ column, primary }: ColumnFacts): HoverLine {
	if (column === undefined) return [[words(hoverWords.differs)]];
	const level =
		column.requiredLevel === undefined ? hoverWords.requiredUnknown : requiredLevelWords[column.requiredLevel];
	return [
		[words(columnTypeSummary(column))],
		[words(level)],
		...(column.access === "readOnly" ? [[words(hoverWords.readOnly)]] : []),
		...(primary === undefined ? [] : [[words(primary === "id" ? treeWords.primaryId : treeWords.primaryName)]]),
	];
}

/** The first options with their labels, and how many more there are. A list of four is shown whole. */
export function columnOptions({ column }: ColumnFacts): HoverLine {
	const options = column?.choice?.options ?? [];
	const shown = options.length <= longestOptionList ? options : options.slice(0, shownOptions);
	const groups = shown.map(optionPieces);
	return options.length > shown.length ? [...groups, [words(moreWords(options.length - shown.length))]] : groups;
}

function optionPieces({ value, label }: Option): readonly HoverPiece[] {
	return [code(String(value)), label === undefined ? words(hoverWords.noLabel) : data(label.trim())];
}

/** Ranges, sizes, formats; for a lookup its targets and the navigation property of each. */
export function columnLimits({ column, lookups }: ColumnFacts): HoverLine {
	if (column === undefined) return [];
	return [...targetLine(column, lookups), ...rangeLine(column), ...sizeLine(column)];
}

function targetLine({ targets, type }: Column, lookups: ColumnFacts["lookups"]): HoverLine {
	const isLookup = type === "Lookup" || type === "Owner" || type === "Customer" || type === "PartyList";
	if (targets === undefined || targets.length === 0) return isLookup ? [[words(hoverWords.noTargets)]] : [];
	const names = targets
		.slice(0, shownTargets)
		.flatMap(({ table }, index) => [...(index > 0 ? [data(",")] : []), code(table)]);
	const rest = targets.length - shownTargets;
	const navigation = [...new Set(lookups.flatMap(({ navigationProperty }) => navigationProperty ?? []))];
	const shown = navigation
		.slice(0, shownTargets)
		.flatMap((name, index) => [...(index > 0 ? [data(",")] : []), code(name)]);
	return [
		[words(hoverWords.pointsTo), ...names, ...(rest > 0 ? [words(moreWords(rest))] : [])],
		...(shown.length === 0
			? []
			: [
					[
						words(hoverWords.navigation),
						...shown,
						...(navigation.length > shownTargets ? [words(moreWords(navigation.length - shownTargets))] : []),
					],
				]),
	];
}

function rangeLine({ minValue, maxValue, precision, precisionSource }: Column): HoverLine {
	const range = rangeOf(minValue ?? undefined, maxValue ?? undefined);
	const digits = precision !== undefined && !(precisionSource !== undefined && precisionSource > 0);
	return [...(range === undefined ? [] : [[words(range)]]), ...(digits ? [[words(precisionWords(precision))]] : [])];
}

function rangeOf(least: string | undefined, most: string | undefined): Message | undefined {
	if (least === undefined) return most === undefined ? undefined : upToWords(most);
	return most === undefined ? fromWords(least) : rangeWords(least, most);
}

/** The length of a text stands beside its type, where that is known. */
function sizeLine({ type, format, dateTimeBehavior, maxLength, maxSizeInKb }: Column): HoverLine {
	const behaviour = [...new Set([format, dateTimeBehavior])].filter(
		(text): text is string => typeof text === "string" && text !== "" && text !== "Text",
	);
	return [
		...(type === undefined && maxLength !== undefined ? [[words(lengthWords(maxLength))]] : []),
		...behaviour.map((text) => [data(text)]),
		...(maxSizeInKb === undefined ? [] : [[words(sizeWords(maxSizeInKb))]]),
	];
}

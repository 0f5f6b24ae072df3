/** What the page of results is told, of the model alone. Pure: no editor needed. */
import { displayNameOf } from "../../core/schema/displayName.ts";
import type { EnvironmentBadge } from "../../protocol/environmentBadge.ts";
import type { ResultsStart, ResultsUpdate } from "../../protocol/results.ts";
import { resultsWords } from "../../words/results.ts";
import type { ModelChange, ResultsModel } from "./resultsModel.ts";
import { resultsColumns, resultsRow, resultsRows, type Say, stagedCells } from "./resultsPage.ts";
import { resultsStatus } from "./resultsStatus.ts";

export interface AnswerParts {
	readonly badge: EnvironmentBadge | undefined;
	/** BCP 47. */
	readonly language: string;
	readonly labels: ResultsStart["labels"];
	readonly say: Say;
}

export function resultsStart(model: ResultsModel, { badge, language, labels, say }: AnswerParts): ResultsStart {
	const { table } = model.table;
	const names = [displayNameOf(table), table.logicalName].filter((name) => name !== undefined);
	return {
		words: localised(say),
		language,
		labels,
		title: labels === "displayName" ? names : names.reverse(),
		columns: resultsColumns(model.table, say),
		rows: resultsRows(model, 0, say),
		staged: stagedCells(model, say),
		status: resultsStatus(model, badge, say),
	};
}

/** What is new since the page was told last. */
export function resultsUpdate(
	model: ResultsModel,
	{ rowsFrom, record, staged }: ModelChange,
	{ badge, say }: Pick<AnswerParts, "badge" | "say">,
): ResultsUpdate {
	const { rows } = model;
	const place = record === undefined ? -1 : rows.findIndex(({ id }) => id === record);
	const base = rows[place];
	return {
		status: resultsStatus(model, badge, say),
		...(staged === true && { staged: stagedCells(model, say) }),
		...(rowsFrom !== undefined && {
			rows: { from: rowsFrom, rows: resultsRows(model, rowsFrom, say), total: rows.length },
		}),
		...(base !== undefined && {
			rows: { from: place, rows: [resultsRow(model, base, say)], total: rows.length },
		}),
	};
}

/** The words of the page by their keys. */
export function localised(say: Say): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(resultsWords).map(([key, words]) => [key, say(words)]));
}

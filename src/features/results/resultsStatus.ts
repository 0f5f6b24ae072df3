/** The state of the results in words. Pure. */
import type { EnvironmentBadge } from "../../protocol/environmentBadge.ts";
import type { ResultsStatus } from "../../protocol/results.ts";
import { clientProblemMessage } from "../../words/clientProblem.ts";
import type { Message } from "../../words/message.ts";
import { stagedWords } from "../../words/records.ts";
import { progressWords, resultsProblems, resultsWords, rowsWords, timeWords } from "../../words/results.ts";
import type { LoadProblem, LoadState, ResultsModel } from "./resultsModel.ts";
import type { Say } from "./resultsPage.ts";

/** A document that has no rows and never will. */
export function unreadableStatus(problem: Message, badge: EnvironmentBadge | undefined, say: Say): ResultsStatus {
	return {
		phase: "problem",
		rows: "",
		hasMore: false,
		problem: { sentence: say(problem), canRetry: false, hasDetails: false },
		...(badge !== undefined && { environment: badge }),
	};
}

export function resultsStatus(model: ResultsModel, badge: EnvironmentBadge | undefined, say: Say): ResultsStatus {
	const { state, staged, rows } = model;
	const { cellCount } = model.changes;
	const { problem, milliseconds, next } = state;
	return {
		phase: state.phase,
		rows: say(rowsText(state, rows.length)),
		hasMore: next !== undefined,
		...(milliseconds !== undefined && { time: say(timeWords(milliseconds)) }),
		...(problem !== undefined && { problem: problemOf(problem, say) }),
		...(badge !== undefined && { environment: badge }),
		...(cellCount > 0 && { staged: say(stagedWords(cellCount, staged.length)) }),
	};
}

function rowsText({ phase, progress, count, countLimitExceeded }: LoadState, shown: number): Message {
	if (phase === "loading") return progress === undefined ? resultsWords.loading : progressWords(progress);
	return rowsWords(shown, count === undefined ? undefined : { count, exceeded: countLimitExceeded === true });
}

function problemOf(problem: LoadProblem, say: Say): NonNullable<ResultsStatus["problem"]> {
	const { sentence, next } =
		problem.code === "noClient"
			? { sentence: resultsProblems.noClient, next: resultsProblems.noClientHint }
			: clientProblemMessage(problem);
	return {
		sentence: say(sentence),
		canRetry: true,
		hasDetails: problem.code !== "noClient" && problem.code !== "cancelled",
		...(next !== undefined && { next: say(next) }),
	};
}

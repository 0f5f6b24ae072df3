import type { Option } from "../core/schema/model.ts";
import type { Message } from "./message.ts";
import {
	optionDefaultStatusWords,
	optionInvariantNameWords,
	optionStateWords,
	optionTransitionWords,
} from "./tablePage.ts";

/** What is documented of an option beside its value and label; empty for most options. */
export function optionDetails({ state, defaultStatus, invariantName, transitionData }: Option): readonly Message[] {
	return [
		...(state === undefined ? [] : [optionStateWords(String(state))]),
		...(defaultStatus === undefined ? [] : [optionDefaultStatusWords(defaultStatus)]),
		...(invariantName === undefined ? [] : [optionInvariantNameWords(invariantName)]),
		...(transitionData === undefined || transitionData === null ? [] : [optionTransitionWords(transitionData)]),
	];
}

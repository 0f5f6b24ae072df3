/** The options of a choice as rows. */
import type { Choice, LayerId, Option } from "../../core/schema/model.ts";
import type { OptionRow } from "../../protocol/tablePage.ts";
import {
	optionDefaultStatusWords,
	optionInvariantNameWords,
	optionStateWords,
	optionTransitionWords,
} from "../../words/tablePage.ts";
import { layerMark, type PageContext } from "./pageContext.ts";

/** In the order of the source. `layer` is the one of the column: options of other layers get a mark. */
export function optionRows(context: PageContext, choice: Choice, layer: LayerId): readonly OptionRow[] {
	return choice.options.map((option) => {
		const details = optionDetails(context, option);
		const mark = layerMark(context, option.layer, layer);
		return {
			value: String(option.value),
			...(option.label === undefined ? {} : { label: option.label }),
			...(details === "" ? {} : { details }),
			...(mark === undefined ? {} : { layer: mark }),
		};
	});
}

function optionDetails({ say }: PageContext, option: Option): string {
	const { state, defaultStatus, invariantName, transitionData } = option;
	return [
		state === undefined ? undefined : optionStateWords(String(state)),
		defaultStatus === undefined ? undefined : optionDefaultStatusWords(defaultStatus),
		invariantName === undefined ? undefined : optionInvariantNameWords(invariantName),
		transitionData === undefined || transitionData === null ? undefined : optionTransitionWords(transitionData),
	]
		.flatMap((part) => (part === undefined ? [] : [say(part)]))
		.join(" · ");
}

/** The options of a choice as rows. */
import type { Choice, LayerId } from "../../core/schema/model.ts";
import type { OptionRow } from "../../protocol/tablePage.ts";
import { optionDetails } from "../../words/optionDetails.ts";
import { layerMark, type PageContext } from "./pageContext.ts";

/** In the order of the source. `layer` is the one of the column: options of other layers get a mark. */
export function optionRows(context: PageContext, choice: Choice, layer: LayerId): readonly OptionRow[] {
	return choice.options.map((option) => {
		const details = optionDetails(option).map(context.say).join(" · ");
		const mark = layerMark(context, option.layer, layer);
		return {
			value: String(option.value),
			...(option.label === undefined ? {} : { label: option.label }),
			...(details === "" ? {} : { details }),
			...(mark === undefined ? {} : { layer: mark }),
		};
	});
}

import type { ColumnPlace } from "../catalog.ts";
import type { Option } from "../model.ts";

/** True where the only column that uses the choice is the one its name is made of. */
export function isLocalChoice(name: string, usedBy: readonly ColumnPlace[]): boolean {
	const [only, another] = usedBy;
	if (only === undefined || another !== undefined) return false;
	return name.toLowerCase() === `${only.table}_${only.column}`.toLowerCase();
}

/**
 * The options of several columns as one list in order of value. Where columns disagree, the option with the label that
 * most of them give is taken, the earlier one when equally many do.
 */
export function uniteOptions(lists: Iterable<readonly Option[]>): readonly Option[] {
	const byValue = new Map<number, Map<string, { readonly option: Option; votes: number }>>();
	for (const list of lists) {
		for (const option of list) {
			const labels = byValue.get(option.value) ?? new Map<string, { readonly option: Option; votes: number }>();
			byValue.set(option.value, labels);
			const candidate = labels.get(option.label ?? "");
			if (candidate === undefined) labels.set(option.label ?? "", { option, votes: 1 });
			else candidate.votes += 1;
		}
	}
	return [...byValue].sort(([a], [b]) => a - b).flatMap(([, labels]) => elected([...labels.values()]));
}

/** A label wins over no label, whatever the numbers. */
function elected(candidates: readonly { readonly option: Option; readonly votes: number }[]): Option[] {
	const rank = ({ option, votes }: { readonly option: Option; readonly votes: number }): number =>
		option.label === undefined ? 0 : votes;
	const [first] = [...candidates].sort((a, b) => rank(b) - rank(a));
	return first === undefined ? [] : [first.option];
}

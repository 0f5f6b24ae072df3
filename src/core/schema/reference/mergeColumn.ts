import type { Option } from "../model.ts";
import type { ChoiceDraft, ColumnDraft } from "./draft.ts";
import { overlayFacts } from "./mergeFacts.ts";
import type { PageColumn } from "./page.ts";

/** Tells that a later layer gives an option another label. */
export type OnRelabel = (before: Option, after: Option) => void;

/** A copy that may be changed without touching the page. */
export function copyColumn(column: PageColumn): ColumnDraft {
	const { choice, targets, ...facts } = column;
	return {
		...facts,
		...(targets && { targets: [...targets] }),
		...(choice && { choice: { ...choice, options: [...choice.options] } }),
	};
}

/** Lays what a later layer says over a column. Targets and options are added; none of the base's is ever dropped. */
export function overlayColumn(base: ColumnDraft, over: PageColumn, onRelabel: OnRelabel): void {
	overlayFacts(base, over, over.layer);
	if (over.targets) addTargets(base, over.targets);
	if (over.choice) addChoice(base, over.choice, over.layer, onRelabel);
	if (base.access === undefined && over.access !== undefined) base.access = over.access;
	if (base.logicalName === undefined && over.logicalName !== undefined) base.logicalName = over.logicalName;
}

function addTargets(base: ColumnDraft, targets: NonNullable<ColumnDraft["targets"]>): void {
	const known = new Set(base.targets?.map(({ table }) => table));
	base.targets = [...(base.targets ?? []), ...targets.filter(({ table }) => !known.has(table))];
}

function addChoice(base: ColumnDraft, over: ChoiceDraft, layer: string, onRelabel: OnRelabel): void {
	if (base.choice === undefined) {
		base.choice = { ...over, options: [...over.options] };
		if (layer !== base.layer) base.factLayers = { ...base.factLayers, choice: layer };
		return;
	}
	const { options, ...facts } = over;
	const before = JSON.stringify([base.choice.globalName, base.choice.defaultValue]);
	Object.assign(base.choice, facts);
	if (JSON.stringify([base.choice.globalName, base.choice.defaultValue]) !== before && layer !== base.layer) {
		base.factLayers = { ...base.factLayers, choice: layer };
	}
	const places = new Map(base.choice.options.map(({ value }, index) => [value, index]));
	for (const option of options) addOption(base.choice, places.get(option.value), option, onRelabel);
}

/** Adds an option, or lays it over the one of the same value at that place. */
function addOption(choice: ChoiceDraft, at: number | undefined, option: Option, onRelabel: OnRelabel): void {
	const before = at === undefined ? undefined : choice.options[at];
	if (at === undefined || before === undefined) {
		choice.options.push(option);
		return;
	}
	const { layer: _layer, ...facts } = option;
	const changed = Object.entries(facts).some(([key, value]) => before[key as keyof Option] !== value);
	if (!changed) return;
	if (before.label !== undefined && option.label !== undefined && before.label !== option.label)
		onRelabel(before, option);
	choice.options[at] = { ...before, ...option };
}

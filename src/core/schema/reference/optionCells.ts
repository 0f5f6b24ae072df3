import type { Option } from "../model.ts";
import { bold, type Cell, code, integer } from "./cell.ts";
import type { Draft } from "./draft.ts";

/** How the table of a choice is written: facts of the page, not of the choice. */
export interface ChoiceForm {
	/** "Details" tables carry states and transitions beside the label. */
	readonly table: "Label" | "Details";
	readonly boldLabel: boolean;
	/** "State: 1" instead of "State:1". */
	readonly spacedState: boolean;
	/** Some pages write the last part, state or invariant name, two times in a row. */
	readonly lastTwice: boolean;
}

const lineBreak = "<br />";

const transition: Cell<string | null> = {
	read: (text) => (text === "None" ? null : text === "" ? undefined : text),
	print: (value) => value ?? "None",
};

/** What was seen of the form while reading; the first row that shows a trait decides. */
export type FormSeen = Partial<Draft<ChoiceForm>>;

/** Reads the cell beside an option's value; the parts that are not understood come back. */
export function readOption(cell: string, table: ChoiceForm["table"], option: Draft<Option>, seen: FormSeen): string[] {
	if (table === "Details") return readDetails(cell, option, seen);
	readLabel(cell, option, seen);
	return [];
}

function readLabel(cell: string, option: Draft<Option>, seen: FormSeen): void {
	const label = bold.read(cell);
	if (label === undefined) return;
	seen.boldLabel ??= label.length < cell.length;
	option.label = label;
}

function readDetails(cell: string, option: Draft<Option>, seen: FormSeen): string[] {
	const unknown: string[] = [];
	for (const part of cell === "" ? [] : cell.split(lineBreak)) {
		if (!readPart(part, option, seen)) unknown.push(part);
	}
	return unknown;
}

function readPart(part: string, option: Draft<Option>, seen: FormSeen): boolean {
	const colon = part.indexOf(":");
	if (colon < 0) return false;
	const spaced = part.charAt(colon + 1) === " ";
	const value = part.slice(colon + (spaced ? 2 : 1));
	switch (part.slice(0, colon)) {
		case "Label":
			readLabel(value, option, seen);
			return option.label !== undefined;
		case "DefaultStatus":
			return put(option, "defaultStatus", integer.read(value));
		case "State":
			seen.spacedState ??= spaced;
			return putOrRepeat(option, "state", integer.read(value), seen);
		case "InvariantName":
			return putOrRepeat(option, "invariantName", code.read(value), seen);
		case "TransitionData":
			return put(option, "transitionData", transition.read(value));
		default:
			return false;
	}
}

/** Sets a part that the option does not have yet; a second one is not understood. */
function put<Key extends keyof Option>(option: Draft<Option>, key: Key, value: Option[Key] | undefined): boolean {
	if (value === undefined || option[key] !== undefined) return false;
	option[key] = value;
	return true;
}

/** The same part with the same value once more is no new fact, but belongs to the form of the page. */
function putOrRepeat<Key extends "state" | "invariantName">(
	option: Draft<Option>,
	key: Key,
	value: Option[Key] | undefined,
	seen: FormSeen,
): boolean {
	if (value === undefined || option[key] === undefined) return put(option, key, value);
	if (option[key] !== value) return false;
	seen.lastTwice = true;
	return true;
}

/** The cell beside an option's value. */
export function printOption(option: Option, form: ChoiceForm): string {
	const label = option.label === undefined ? "" : form.boldLabel ? bold.print(option.label) : option.label;
	if (form.table === "Label") return label;
	const parts: string[] = [];
	if (option.label !== undefined) parts.push(`Label: ${label}`);
	if (option.defaultStatus !== undefined) parts.push(`DefaultStatus: ${option.defaultStatus}`);
	if (option.state !== undefined) parts.push(`State:${form.spacedState ? " " : ""}${option.state}`);
	if (option.transitionData !== undefined) parts.push(`TransitionData: ${transition.print(option.transitionData)}`);
	if (option.invariantName !== undefined) parts.push(`InvariantName: ${code.print(option.invariantName)}`);
	if (form.lastTwice) parts.push(...parts.slice(-1));
	return parts.join(lineBreak);
}

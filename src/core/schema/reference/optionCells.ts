import type { Option } from "../model.ts";
import { bold, type Cell, code, integer } from "./cell.ts";
import type { ChoiceCell } from "./choiceHeader.ts";
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

/** Why a part of a cell could not be taken. */
export type PartProblem = "unknownCell" | "partTwice" | "notInModel";

/** An option that is being read. */
export interface OpenOption {
	readonly option: Draft<Option>;
	readonly seen: FormSeen;
	readonly tell: (code: PartProblem, text: string) => void;
}

/** Reads one cell beside an option's value. An empty cell says nothing. */
export function readOptionCell(kind: ChoiceCell, text: string, open: OpenOption): void {
	if (text === "") return;
	if (kind === "details") for (const part of text.split(lineBreak)) readPart(part, open);
	else if (kind === "description") open.tell("notInModel", text);
	else take(kind, kind === "label" ? text : text.trim(), text, open);
}

const partNames: Readonly<Record<string, Exclude<ChoiceCell, "details" | "description">>> = {
	Label: "label",
	DefaultStatus: "defaultStatus",
	State: "state",
	InvariantName: "invariantName",
	TransitionData: "transitionData",
};

/** "Name: value", or "State:value" without the blank. */
function readPart(part: string, open: OpenOption): void {
	const colon = part.indexOf(":");
	const name = part.slice(0, Math.max(colon, 0));
	const kind = Object.hasOwn(partNames, name) ? partNames[name] : undefined;
	const spaced = part.charAt(colon + 1) === " ";
	if (kind === "state") open.seen.spacedState ??= spaced;
	if (kind === undefined) open.tell("unknownCell", part);
	else take(kind, part.slice(colon + (spaced ? 2 : 1)), part, open);
}

/** Puts one fact into the option. The same fact once more belongs to the form; another value for it is a problem. */
function take(
	kind: Exclude<ChoiceCell, "details" | "description">,
	text: string,
	part: string,
	open: OpenOption,
): void {
	const { option, seen, tell } = open;
	const value = readFact(kind, text);
	if (value === undefined) tell("unknownCell", part);
	else if (option[kind] === undefined) {
		(option as Record<typeof kind, unknown>)[kind] = value;
		if (kind === "label") seen.boldLabel ??= String(value).length < text.length;
	} else if (option[kind] === value) seen.lastTwice = true;
	else tell("partTwice", part);
}

function readFact(
	kind: Exclude<ChoiceCell, "details" | "description">,
	text: string,
): string | number | null | undefined {
	switch (kind) {
		case "label":
			return bold.read(text);
		case "defaultStatus":
		case "state":
			return integer.read(text);
		case "invariantName":
			return code.read(text);
		case "transitionData":
			return transition.read(text);
	}
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

import type { Outcome } from "../../base/outcome.ts";
import type { Column } from "../../schema/model.ts";
import type { ValueProblem } from "../valueProblem.ts";

/** An option by its value or its label, whatever the case. Where no options are documented, any whole number is one. */
export function readOption({ choice }: Column, typed: string): Outcome<number, ValueProblem> {
	const text = typed.trim();
	const options = choice?.options ?? [];
	const value = /^[+-]?\d{1,10}$/.test(text) ? Number(text) : undefined;
	if (value !== undefined && (options.length === 0 || options.some((option) => option.value === value))) {
		return { ok: true, value };
	}
	const found = options.filter(({ label }) => label !== undefined && fold(label) === fold(text));
	const [only] = found;
	if (only === undefined) return { ok: false, problem: { code: "unknownOption", text } };
	return found.length === 1
		? { ok: true, value: only.value }
		: { ok: false, problem: { code: "ambiguousOption", text, options: found } };
}

/**
 * Several options, set apart by semicolons or else by commas; a label with a comma in it may stand alone. The service
 * keeps them as their values with commas.
 */
export function readOptions(column: Column, typed: string): Outcome<string, ValueProblem> {
	const whole = readOption(column, typed);
	if (whole.ok) return { ok: true, value: String(whole.value) };
	const values = new Set<number>();
	for (const part of typed.split(typed.includes(";") ? ";" : ",")) {
		if (part.trim() === "") continue;
		const option = readOption(column, part);
		if (!option.ok) return option;
		values.add(option.value);
	}
	return { ok: true, value: [...values].sort((left, right) => left - right).join(",") };
}

const yes: ReadonlySet<string> = new Set(["true", "yes", "1"]);
const no: ReadonlySet<string> = new Set(["false", "no", "0"]);

/** By the column's own two labels, or by yes and no, true and false, 1 and 0. */
export function readYesNo({ choice }: Column, typed: string): Outcome<boolean, ValueProblem> {
	const text = fold(typed);
	const labelled = choice?.options.filter(({ label }) => label !== undefined && fold(label) === text) ?? [];
	const [only] = labelled;
	if (labelled.length === 1 && only !== undefined) return { ok: true, value: only.value === 1 };
	if (yes.has(text)) return { ok: true, value: true };
	return no.has(text) ? { ok: true, value: false } : { ok: false, problem: { code: "notYesNo" } };
}

function fold(text: string): string {
	return text.trim().toLowerCase();
}

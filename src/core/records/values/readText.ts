import type { Outcome } from "../../base/outcome.ts";
import type { Column } from "../../schema/model.ts";
import type { ValueProblem } from "../valueProblem.ts";

export function readText({ maxLength }: Column, text: string): Outcome<string, ValueProblem> {
	if (text.includes("\0")) return { ok: false, problem: { code: "nullCharacter" } };
	if (maxLength !== undefined && text.length > maxLength) {
		return { ok: false, problem: { code: "tooLong", length: text.length, max: maxLength } };
	}
	return { ok: true, value: text };
}

import { compareCodeUnits } from "../core/base/compareCodeUnits.ts";
import type { CompileResult } from "../core/schema/reference/compileReference.ts";
import type { Problem, ProblemCode } from "../core/schema/reference/problem.ts";
import { compileWords } from "../words/cliReport.ts";
import { count } from "../words/count.ts";
import { english } from "../words/message.ts";
import { schemaProblemTitle } from "../words/schemaProblem.ts";
import { alignRows } from "./alignRows.ts";
import { countLines } from "./countLines.ts";
import { printable } from "./printable.ts";
import type { Style } from "./style.ts";

/** What a compile found: the counts, then the problems by code with the first of each, or all of them. */
export function compileText(
	counts: CompileResult["counts"],
	problems: readonly Problem[],
	verbose: boolean,
	style: Style,
): string {
	const groups = [...problemsByCode(problems)];
	const titles = alignRows(
		groups.map(([code, all]) => [style.strong(code), count(all.length), english(schemaProblemTitle(code))]),
		"  ",
	);
	return [
		...countLines(counts),
		"",
		`${style.strong(english(compileWords.problems))}  ${count(problems.length)}`,
		...groups.flatMap(([, all], index) => [titles[index] ?? "", ...problemLines(all, verbose, style)]),
	].join("\n");
}

/** In code unit order of the codes. */
export function problemsByCode(problems: readonly Problem[]): ReadonlyMap<ProblemCode, readonly Problem[]> {
	const groups = new Map<ProblemCode, Problem[]>();
	for (const problem of problems) {
		const group = groups.get(problem.code);
		if (group === undefined) groups.set(problem.code, [problem]);
		else group.push(problem);
	}
	return new Map([...groups].sort(([a], [b]) => compareCodeUnits(a, b)));
}

/** Each in the form that editors turn into a link; without `verbose` only the first, which often explains the rest. */
function problemLines(problems: readonly Problem[], verbose: boolean, style: Style): readonly string[] {
	return (verbose ? problems : problems.slice(0, 1)).map(({ file, line, text }) =>
		style.faint(`    ${printable(`${file}:${line}: ${text}`)}`),
	);
}

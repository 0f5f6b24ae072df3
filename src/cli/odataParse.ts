import { grammarRule, grammarRuleNames } from "../core/odata/grammarRules.ts";
import type { Problem } from "../core/odata/problem.ts";
import { closestNames } from "../core/base/closestNames.ts";
import { cliHelp } from "../words/cliHelp.ts";
import { unknownGrammarRule } from "../words/cliUsage.ts";
import { english } from "../words/message.ts";
import { odataProblem } from "../words/odataProblem.ts";
import type { Command } from "./command.ts";
import { exitCodes } from "./exitCodes.ts";
import { odataOutline } from "./odataOutline.ts";
import { printable } from "./printable.ts";
import { printJson } from "./printJson.ts";
import { type Style, styleOf } from "./style.ts";

/** A URL behind its service root is what people have at hand. */
const usualRule = "odataRelativeUri";

/**
 * Reads a text by a rule of OData's grammar. A whole URL is read as such without a rule. Problems exit with 1; with
 * --json there is still a result.
 */
export const odataParse: Command = {
	name: "odata parse",
	operands: ["TEXT"],
	takesAnyText: true,
	options: { rule: { value: "RULE", help: cliHelp.rule }, json: { help: cliHelp.json } },
	summary: cliHelp.odataParse,
	run({ operands: [text = ""], values, switches }, { terminal }) {
		const rule = values.get("rule") ?? usualRule;
		const parse = grammarRule(rule);
		if (parse === undefined) {
			terminal.say(unknownGrammarRule(rule, closestNames(rule, grammarRuleNames, 1)[0]));
			return exitCodes.usage;
		}
		const { tree, problems } = parse(text);
		if (switches.has("json"))
			terminal.data(printJson({ rule, text, problems: problems.map(withText), tree: plain(tree) }));
		else
			terminal.data([...odataOutline(tree, text), ...problemLines(text, problems, styleOf(terminal.color))].join("\n"));
		return problems.length === 0 ? exitCodes.ok : exitCodes.problems;
	},
};

function withText(problem: Problem): Problem & { readonly message: string } {
	return { ...problem, message: english(odataProblem(problem)) };
}

/** JSON has no whole numbers beyond 2^53 that all programs read, so those become texts. */
function plain(tree: unknown): unknown {
	if (typeof tree === "bigint") return String(tree);
	if (Array.isArray(tree)) return tree.map(plain);
	if (typeof tree !== "object" || tree === null) return tree;
	return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, plain(value)]));
}

/** Each problem below the text, with a mark under its place. */
function problemLines(text: string, problems: readonly Problem[], style: Style): readonly string[] {
	return problems.flatMap((problem) => {
		const mark = "^".repeat(Math.max(1, Math.min(problem.end, text.length) - problem.start));
		const sentence = english(odataProblem(problem));
		return [
			"",
			printable(text),
			`${" ".repeat(problem.start)}${style.strong(mark)} ${problem.start}: ${printable(sentence)}`,
		];
	});
}

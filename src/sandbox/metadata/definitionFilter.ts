import type { BinaryExpression, Expression } from "../../core/odata/nodes.ts";
import { comparison } from "./definitionComparison.ts";
import { comparable, type FilterAliases, filterOperand } from "./filterOperand.ts";
import {
	filterNotBoolean,
	functionNotForMetadata,
	operatorNotForMetadata,
	typesDoNotMatch,
} from "./metadataRefusals.ts";
import type { Definition, TypeOutline } from "./metadataType.ts";

/** True, false, or null where OData's three-valued logic cannot tell. */
export type DefinitionFilter = (definition: Definition) => boolean | null;

/**
 * Turns `$filter` on definitions into a test. Properties of primitive and enumeration types can be compared, also inside
 * a complex property; no function can be called.
 */
export function definitionFilter(expression: Expression, type: TypeOutline, aliases: FilterAliases): DefinitionFilter {
	switch (expression.kind) {
		case "group":
			return definitionFilter(expression.expression, type, aliases);
		case "logical": {
			const tests = expression.operands.map((operand) => definitionFilter(operand, type, aliases));
			return expression.operator === "and" ? all(tests) : any(tests);
		}
		case "unary": {
			if (expression.operator === "-") throw filterNotBoolean();
			const test = definitionFilter(expression.operand, type, aliases);
			return (definition) => not(test(definition));
		}
		case "binary":
			return binary(expression, type, aliases);
		case "call":
			throw functionNotForMetadata(expression.name);
		default: {
			const alone = filterOperand(expression, type, aliases);
			if (alone.type !== "Edm.Boolean") throw filterNotBoolean();
			return (definition) => alone.value(definition) as boolean | null;
		}
	}
}

function binary(expression: BinaryExpression, type: TypeOutline, aliases: FilterAliases): DefinitionFilter {
	const compare = comparison(expression.operator);
	if (compare === undefined) throw operatorNotForMetadata(expression.operator);
	const left = filterOperand(expression.left, type, aliases);
	const right = filterOperand(expression.right, type, aliases);
	if (!comparable(left.type, right.type)) throw typesDoNotMatch(left.type, right.type, compare.name);
	return (definition) => compare.test(left.value(definition), right.value(definition));
}

const not = (value: boolean | null): boolean | null => (value === null ? null : !value);

function all(tests: readonly DefinitionFilter[]): DefinitionFilter {
	return (definition) => {
		const results = tests.map((test) => test(definition));
		return results.includes(false) ? false : results.includes(null) ? null : true;
	};
}

function any(tests: readonly DefinitionFilter[]): DefinitionFilter {
	return (definition) => {
		const results = tests.map((test) => test(definition));
		return results.includes(true) ? true : results.includes(null) ? null : false;
	};
}

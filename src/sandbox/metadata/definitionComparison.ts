import type { BinaryOperator } from "../../core/odata/nodes.ts";
import type { Json } from "./json.ts";

interface Comparison {
	/** As OData's messages call the operator. */
	readonly name: string;
	readonly test: (left: Json, right: Json) => boolean;
}

/** Nothing is greater or less than null, and null equals null. Texts are compared exactly. */
export function comparison(operator: BinaryOperator): Comparison | undefined {
	switch (operator) {
		case "eq":
			return { name: "Equal", test: equal };
		case "ne":
			return { name: "NotEqual", test: (left, right) => !equal(left, right) };
		case "gt":
			return { name: "GreaterThan", test: ordered((difference) => difference > 0) };
		case "ge":
			return { name: "GreaterThanOrEqual", test: ordered((difference) => difference >= 0) };
		case "lt":
			return { name: "LessThan", test: ordered((difference) => difference < 0) };
		case "le":
			return { name: "LessThanOrEqual", test: ordered((difference) => difference <= 0) };
		default:
			return undefined;
	}
}

/** Loosely for a bigint and a number of the same value. */
function equal(left: Json, right: Json): boolean {
	return left === right || (typeof left !== typeof right && typeof left === "bigint" && left === big(right));
}

function ordered(test: (difference: number) => boolean): Comparison["test"] {
	return (left, right) => {
		if (left === null || right === null) return false;
		return test(left === right ? 0 : left < right ? -1 : 1);
	};
}

const big = (value: Json): bigint | undefined =>
	typeof value === "number" && Number.isInteger(value) ? BigInt(value) : undefined;

import type { BinaryOperator } from "../../core/odata/nodes.ts";
import { exactValue, type Json } from "./json.ts";

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

function equal(left: Json, right: Json): boolean {
	const [one, other] = [exactValue(left), exactValue(right)];
	return one === other || (isNumber(one) && isNumber(other) && !(one < other) && !(one > other));
}

/** A number that a double cannot hold compares with one that it can. */
function ordered(test: (difference: number) => boolean): Comparison["test"] {
	return (left, right) => {
		const [one, other] = [exactValue(left), exactValue(right)];
		if (one === null || other === null) return false;
		return test(one < other ? -1 : one > other ? 1 : 0);
	};
}

const isNumber = (value: unknown): value is number | bigint => typeof value === "number" || typeof value === "bigint";

import { equal, match } from "node:assert/strict";
import { loggedText } from "../../../src/host/loggedText.ts";

const circle: { self?: unknown } = {};
circle.self = circle;

const values: readonly (readonly [string, unknown, string])[] = [
	["a text", "a text", "a text"],
	["a number", 3, "3"],
	["nothing", undefined, "undefined"],
	["null", null, "null"],
	["an object", { a: [1, "b"] }, '{"a":[1,"b"]}'],
	["an object that contains itself", circle, "[object Object]"],
	["an object without prototype", Object.create(null), "{}"],
];

describe("What the log writes of", () => {
	for (const [name, value, text] of values) {
		it(name, () => {
			equal(loggedText(value), text);
		});
	}

	it("an error with its causes", () => {
		const error = new Error("outer", { cause: new Error("inner", { cause: "the end" }) });
		match(loggedText(error), /Error: outer[^]+Caused by: Error: inner[^]+Caused by: the end/);
	});

	it("an error that causes itself", () => {
		const error = new Error("again");
		error.cause = error;
		match(loggedText(error), /^Error: again/);
	});
});

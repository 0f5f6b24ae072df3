import { equal } from "node:assert/strict";
import {
	bold,
	type Cell,
	code,
	decimal,
	inCode,
	integer,
	oneOf,
	orEmpty,
	plain,
	yesNo,
} from "../../../src/core/schema/reference/cell.ts";

type Case = readonly [cell: string, value: unknown, printed?: string];

function check<V>(name: string, cell: Cell<V>, cases: readonly Case[]): void {
	for (const [text, value, printed] of cases) {
		it(`${name}: ${JSON.stringify(text)} is ${String(value)}`, () => {
			const read = cell.read(text);
			equal(read, value);
			if (read !== undefined) equal(cell.print(read), printed ?? text);
		});
	}
}

describe("cells of reference pages", () => {
	check("plain", plain, [
		["a | b ", "a | b "],
		["", undefined],
	]);
	check("bold", bold, [
		["**Object Type **", "Object Type "],
		["**a** b **c**", "a** b **c"],
		["Older", "Older", "**Older**"],
		["****", undefined],
		["", undefined],
	]);
	check("code", code, [
		["`name`", "name"],
		[" older ", "older", "`older`"],
		["``", undefined],
		["`a`b`", undefined],
		["", undefined],
	]);
	check("yesNo", yesNo, [
		["True", true],
		["False", false],
		["true", undefined],
		["", undefined],
	]);
	check("integer", integer, [
		["0", 0],
		["-1", -1],
		["9007199254740991", 9007199254740991],
		["9223372036854775807", undefined],
		["007", undefined],
		["-0", undefined],
		["1.5", undefined],
		["9".repeat(1000), undefined],
	]);
	check("decimal", decimal, [
		["9223372036854775807", "9223372036854775807"],
		["1E-12", "1E-12"],
		["-0.5", "-0.5"],
		["1,5", undefined],
		["9".repeat(65), undefined],
		["", undefined],
	]);
	check("oneOf", oneOf(["None", "All"]), [
		["All", "All"],
		["all", undefined],
	]);
	check("orEmpty", orEmpty(integer), [
		["", null],
		["7", 7],
		["x", undefined],
	]);
	check("inCode", inCode(yesNo), [
		["`True`", true],
		["False", false, "`False`"],
		["`maybe`", undefined],
		["", undefined],
	]);
});

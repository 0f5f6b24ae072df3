import assert from "node:assert/strict";
import { fold } from "../../../src/sandbox/storage/fold.ts";
import { fuzz } from "../../support/fuzz.ts";

describe("the form in which texts are compared", () => {
	const same: readonly (readonly string[])[] = [
		["Contoso", "CONTOSO", "contoso"],
		["Café", "CAFE", "cafe\u0301", "CAFÉ"],
		["Größe", "GROßE", "große"],
		["İstanbul", "istanbul", "ISTANBUL"],
		["ΟΔΌΣ", "οδος", "οδός", "ΟΔΟΣ"],
		["ÅNGSTRÖM", "angstrom", "A\u030angstro\u0308m"],
		["ПРИВЕТ", "привет"],
		["", ""],
	];
	for (const texts of same) {
		it(`takes ${texts.map((text) => JSON.stringify(text)).join(", ")} for one`, () => {
			assert.equal(new Set(texts.map(fold)).size, 1);
		});
	}

	const different: readonly (readonly [string, string])[] = [
		["a", "b"],
		["a", "a "],
		["ß", "ss"],
		["æ", "ae"],
		["ø", "o"],
		["が", "か"],
		["한", "하"],
		["๑", "1"],
	];
	for (const [left, right] of different) {
		it(`tells ${left} from ${right}`, () => {
			assert.notEqual(fold(left), fold(right));
		});
	}

	it("is the same when it is applied again, and begins as the fold of a beginning", () => {
		const { runs, below, pick } = fuzz(2000);
		const letters = Array.from("aAéÉßçÇñÑøΣσςΌόйЙİıẞ%_[-]^ 1٣名が한\u{1f642}");
		for (let run = 0; run < runs; run += 1) {
			const text = Array.from({ length: below(8) }, () => pick(letters)).join("");
			const more = Array.from({ length: below(4) }, () => pick(letters)).join("");
			assert.equal(fold(fold(text)), fold(text), text);
			assert.ok(fold(text + more).startsWith(fold(text)), `${text} | ${more}`);
			assert.equal(fold(text.toLowerCase()), fold(text), text);
		}
	});
});

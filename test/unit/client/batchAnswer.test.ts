import assert from "node:assert/strict";
import fc from "fast-check";
import { boundaryOf, splitHeaders, splitMultipart } from "../../../src/core/client/batch/multipart.ts";
import { type ItemAnswer, readBatchAnswer } from "../../../src/core/client/batch/readBatchAnswer.ts";
import { fuzz } from "../../support/fuzz.ts";

const http = "Content-Type: application/http\nContent-Transfer-Encoding: binary\n";
const ok = `${http}\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"value":[]}\n`;

/** What a text says, one line for each answer: status, Content-ID and body. Undefined where it is no answer. */
function outline(text: string, contentType = "multipart/mixed; boundary=b"): readonly string[] | undefined {
	return readBatchAnswer(contentType, text)?.map((item) =>
		item.kind === "request"
			? lineOf(item.part)
			: `set ${item.parts.length === 0 ? "empty" : item.parts.map(lineOf).join(" | ")}`,
	);
}

function lineOf({ status, text, contentId }: Extract<ItemAnswer, { kind: "request" }>["part"]): string {
	return [status, contentId, text].filter((each) => each !== undefined && each !== "").join(" ");
}

const list = '200 {"value":[]}';

/** Written with LF; each is read with CRLF as well. */
const cases: readonly (readonly [what: string, text: string, expected: readonly string[] | undefined])[] = [
	["one answer", `--b\n${ok}--b--\n`, [list]],
	["no line break at the end", `--b\n${ok}--b--`, [list]],
	["text before and after", `hello\n--bx\n--b\n${ok}--b--\nbye\n--b\n`, [list]],
	["blanks behind a boundary", `--b \t\n${ok}--b--  \n`, [list]],
	["a boundary inside of a line", `--b\n${ok.replace("[]", '["--b--"]')}--b--`, ['200 {"value":["--b--"]}']],
	["a longer boundary inside", `--b\n${ok}--bc\n--b--`, [`${list}\n--bc`]],
	["no body", `--b\n${http}\nHTTP/1.1 204 No Content\nOData-Version: 4.0\n\n\n--b--`, ["204"]],
	["no headers and no body", `--b\n${http}\nHTTP/1.1 204 No Content\n--b--`, ["204"]],
	["no reason", `--b\n${http}\nHTTP/1.1 204\n\n\n--b--`, ["204"]],
	["a body of several lines", `--b\n${http}\nHTTP/1.1 200 OK\n\na\n\nb\n--b--`, ["200 a\n\nb"]],
	["a Content-ID of the part", `--b\n${http}Content-ID: 7\n\nHTTP/1.1 204 x\n\n--b--`, ["204 7"]],
	["a Content-ID of the answer", `--b\n${http}\nHTTP/1.1 204 x\ncontent-id: 7\n\n--b--`, ["204 7"]],
	[
		"a change set",
		`--b\nContent-Type: multipart/mixed; boundary="b c"\n\n--b c\n${ok}\n--b c\n${ok}\n--b c--\n--b\n${ok}--b--`,
		[`set ${list}\n | ${list}\n`, list],
	],
	[
		"a change set whose boundary begins alike",
		`--b\nContent-Type: multipart/mixed;boundary=b1\n\n--b1\n${ok}--b1--\n\n--b--`,
		[`set ${list}`],
	],
	["a change set without answers", "--b\nContent-Type: multipart/mixed; boundary=c\n\n\n--b--", undefined],
	["no text", "", undefined],
	["no boundary in it", "hello", undefined],
	["only the end", "--b--", undefined],
	["cut off", `--b\n${ok}--b\n${ok}`, undefined],
	["a change set that is cut off", `--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n${ok}--b--`, undefined],
	["no status", `--b\n${http}\nHTTP/1.1 OK\n\n--b--`, undefined],
	["a part of another type", "--b\nContent-Type: text/plain\n\nHTTP/1.1 200 OK\n\n--b--", undefined],
	["a header that is none", `--b\n${http}\nHTTP/1.1 200 OK\nnot a header\n\n--b--`, undefined],
	[
		"a change set in a change set",
		`--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\nContent-Type: multipart/mixed; boundary=d\n\n--d\n${ok}--d--\n--c--\n--b--`,
		undefined,
	],
];

describe("the answer to a batch", () => {
	for (const [what, text, expected] of cases) {
		it(what, () => {
			assert.deepEqual(outline(text), expected);
			const crlf = outline(text.replaceAll("\n", "\r\n"));
			assert.deepEqual(
				crlf?.map((line) => line.replaceAll("\r\n", "\n")),
				expected,
			);
		});
	}

	const types: readonly (readonly [string | undefined, string | undefined])[] = [
		[undefined, undefined],
		["application/json", undefined],
		["multipart/mixed", undefined],
		["multipart/mixed; boundary=", undefined],
		["multipart/mixed;boundary=b", "b"],
		['Multipart/Mixed ; charset=utf-8 ; Boundary = "a b;c" ; x=y', "a b;c"],
		["multipart/mixed; boundary=b; odata.metadata=minimal", "b"],
	];
	for (const [type, boundary] of types) {
		it(`has the boundary ${boundary} where its type is ${type}`, () => {
			assert.equal(boundaryOf(type), boundary);
		});
	}

	it("reads folded and repeated headers", () => {
		const headed = splitHeaders("A: 1\r\nb:2\r\n 3\r\na:4\r\n\r\nrest");
		assert.deepEqual(headed, { headers: { a: "1, 4", b: "2 3" }, body: "rest" });
	});

	it("gives back every part that stood between boundaries", () => {
		const { seed, runs } = fuzz(500);
		const boundary = fc.stringMatching(/^[\w'()+.,/:=?-]{1,70}$/);
		const part = fc.string({ unit: fc.constantFrom("-", "b", "\n", "\r\n", "x", "é", "--b") });
		fc.assert(
			fc.property(
				boundary,
				fc.array(part, { minLength: 1 }),
				fc.constantFrom("\n", "\r\n"),
				(mark, parts, lineBreak) => {
					fc.pre(!parts.some((text) => text.includes(mark)) && !mark.endsWith("-"));
					const text = parts.map((each) => `--${mark}${lineBreak}${each}${lineBreak}`).join("");
					// A bare LF behind a CR of the part itself cannot be told from CRLF.
					fc.pre(lineBreak === "\r\n" || !parts.some((each) => each.endsWith("\r")));
					assert.deepEqual(splitMultipart(`${text}--${mark}--`, mark), parts);
				},
			),
			{ seed, numRuns: runs },
		);
	});

	it("never throws", () => {
		const { seed, runs } = fuzz(500);
		const piece = fc.oneof(
			fc.constantFrom(
				"--b",
				"--",
				"\r\n",
				"\n",
				"HTTP/1.1 200 OK",
				"Content-Type: ",
				"multipart/mixed; boundary=b",
				":",
			),
			fc.constantFrom(
				http,
				ok,
				"Content-Type: multipart/mixed; boundary=c\n\n",
				"--c\n",
				"--c--\n",
				"--b\n",
				"--b--\n",
			),
			fc.string({ unit: "binary" }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), fc.string({ unit: "binary" }), (pieces, type) => {
				const text = pieces.join("");
				readBatchAnswer(type, text);
				readBatchAnswer("multipart/mixed; boundary=b", text);
				readBatchAnswer("multipart/mixed; boundary=b", `--b\n${text}\n--b--`);
			}),
			{ seed, numRuns: runs },
		);
	});

	// What took the square of the time would run into the time limit of the test.
	it("takes time in proportion to texts that are made to slow it down", () => {
		const size = 400_000;
		const texts = ["--b".repeat(size / 3), "\n--b".repeat(size / 4), "\n--bx".repeat(size / 5), "\n".repeat(size)];
		for (const text of [
			...texts,
			"a: \n".repeat(size / 4),
			`--b\n${"a:b\n".repeat(size / 4)}--b--`,
			` ${"\r".repeat(size)}`,
		]) {
			readBatchAnswer("multipart/mixed; boundary=b", text);
			readBatchAnswer("multipart/mixed; boundary=b", `--b\n${http}\nHTTP/1.1 200 OK\n${text}\n--b--`);
		}
		boundaryOf(`multipart/mixed${";boundary".repeat(size / 9)}`);
		boundaryOf(`${" ".repeat(size)}multipart/mixed${" ".repeat(size)}`);
	});
});

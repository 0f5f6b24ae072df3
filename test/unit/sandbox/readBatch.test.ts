import assert from "node:assert/strict";
import { boundaryOf, splitMultipart } from "../../../src/sandbox/batch/multipart.ts";
import { type BatchItem, readBatch } from "../../../src/sandbox/batch/readBatch.ts";
import { resolveReferences } from "../../../src/sandbox/batch/references.ts";
import { Refusal } from "../../../src/sandbox/service/refusal.ts";

const root = "/api/data/v9.2/";
const part = "Content-Type: application/http\nContent-Transfer-Encoding: binary\n";

/** `lines` with `end` as line ends, read as a batch whose boundary is "b". */
function read(lines: string, end = "\r\n", contentType = "multipart/mixed; boundary=b"): readonly BatchItem[] {
	return readBatch(
		{
			method: "POST",
			url: `${root}$batch`,
			headers: new Map([
				["content-type", contentType],
				["host", "here"],
			]),
			body: Buffer.from(lines.replaceAll("\n", end), "utf8"),
		},
		root,
	);
}

const outline = (items: readonly BatchItem[]): unknown =>
	items.map((item) => {
		const operations = item.kind === "request" ? [item.operation] : item.operations;
		const lines = operations.map(({ request, contentId, unreadable }) => {
			const body = request.body === undefined ? "" : ` ${Buffer.from(request.body).toString("utf8").trim()}`;
			return `${contentId ?? "-"} ${request.method} ${request.url}${body}${unreadable ? " lost" : ""}`;
		});
		return item.kind === "request" ? lines[0] : lines;
	});

function refusal(call: () => unknown): string {
	try {
		call();
	} catch (error) {
		if (error instanceof Refusal) return `${error.status} ${error.code} ${error.message}`;
		throw error;
	}
	return "nothing was refused";
}

describe("reading a batch", () => {
	const get = `--b\n${part}\nGET /api/data/v9.2/accounts HTTP/1.1\nAccept: application/json\n\n`;
	const post = `--b\n${part}\nPOST accounts HTTP/1.1\nContent-Type: application/json\n\n{"name":"Ä"}\n`;
	const inSet = (id: string, request: string): string => `--c\n${part}${id}\n${request}\n`;
	const changeSet = (...requests: readonly string[]): string =>
		`--b\nContent-Type: multipart/mixed;boundary="c"\n\n${requests.join("")}--c--\n`;

	const cases: readonly (readonly [string, string, unknown])[] = [
		["one request", `${get}--b--\n`, ["- GET /api/data/v9.2/accounts"]],
		["a text before it", `hello\n${get}--b--\n`, ["- GET /api/data/v9.2/accounts"]],
		["a body, and a relative URL", `${post}--b--\n`, ['- POST /api/data/v9.2/accounts {"name":"Ä"}']],
		[
			"an absolute URL",
			`--b\n${part}\nGET https://elsewhere:1/api/data/v9.2/leads?$top=1 HTTP/1.1\n\n--b--\n`,
			["- GET /api/data/v9.2/leads?$top=1"],
		],
		[
			"letters in a URL",
			`--b\n${part}\nGET accounts?$filter=name eq 'Ä€' HTTP/1.1\n\n--b--\n`,
			["- GET /api/data/v9.2/accounts?$filter=name eq 'Ä€'"],
		],
		[
			"the metadata, which is no reference",
			`--b\n${part}\nGET $metadata HTTP/1.1\n\n--b--\n`,
			["- GET /api/data/v9.2/$metadata"],
		],
		[
			"blanks in a URL",
			`--b\n${part}\nGET accounts?$filter=name eq 'a b' HTTP/1.1\n\n--b--\n`,
			["- GET /api/data/v9.2/accounts?$filter=name eq 'a b'"],
		],
		[
			"two in order",
			`${get}${post}--b--\n`,
			["- GET /api/data/v9.2/accounts", '- POST /api/data/v9.2/accounts {"name":"Ä"}'],
		],
		[
			"a change set",
			`${changeSet(inSet("Content-ID: 1\n", "POST tasks HTTP/1.1\n\n{}"), inSet("Content-ID: 2\n", "DELETE $1 HTTP/1.1\n"))}--b--\n`,
			[["1 POST /api/data/v9.2/tasks {}", "2 DELETE $1"]],
		],
		[
			"an inner Content-Length cuts",
			`--b\n${part}\nPOST accounts HTTP/1.1\nContent-Length: 2\n\n{}trailing\n--b--\n`,
			["- POST /api/data/v9.2/accounts {}"],
		],
		[
			"a boundary inside a line is text",
			`--b\n${part}\nPOST a HTTP/1.1\n\n{"x":"--b--"}\n--b--\n`,
			['- POST /api/data/v9.2/a {"x":"--b--"}'],
		],
		["a longer boundary is text", `--b\n${part}\nPOST a HTTP/1.1\n\n--bc\n--b--\n`, ["- POST /api/data/v9.2/a --bc"]],
		["no parts at all", "--b\n--b--\n", undefined],
	];
	for (const [what, text, expected] of cases)
		it(what, () => {
			if (expected === undefined)
				assert.match(
					refusal(() => read(text)),
					/^400 0x80060888/,
				);
			else assert.deepEqual(outline(read(text)), expected);
		});

	it("takes bare line feeds, and loses the last body where too few of them end it", () => {
		const posted = '- POST /api/data/v9.2/accounts {"name":"Ä"}';
		assert.deepEqual(outline(read(`${post}--b--\n\n`, "\n")), [posted]);
		assert.deepEqual(outline(read(`${post}--b--\n`, "\n")), [`${posted} lost`]);
		assert.deepEqual(outline(read(`${post}--b--`)), [`${posted} lost`]);
		assert.deepEqual(outline(read(`${post}${get}--b--`)), [posted, "- GET /api/data/v9.2/accounts"]);
		assert.deepEqual(outline(read(`${post.replace("json\n", "json\nContent-Length: 13\n")}--b--`)), [posted]);
	});

	const refused: readonly (readonly [string, string, RegExp])[] = [
		["no boundary in the body", "hello", /does not occur/],
		["no closing boundary", get, /closing boundary is missing/],
		["a part without a type", "--b\n\nGET accounts HTTP/1.1\n\n--b--\n", /application\/http/],
		[
			"a part that is not binary",
			"--b\nContent-Type: application/http\n\nGET a HTTP/1.1\n\n--b--\n",
			/Content-Transfer-Encoding/,
		],
		["no request line", `--b\n${part}\n\n--b--\n`, /request line/],
		["a request line without version", `--b\n${part}\nGET accounts\n\n--b--\n`, /request line/],
		["a header that is none", `--b\n${part}no header\n\nGET a HTTP/1.1\n\n--b--\n`, /header line/],
		[
			"GET in a change set",
			`${changeSet(inSet("Content-ID: 1\n", "GET accounts HTTP/1.1\n"))}--b--\n`,
			/invalid HTTP method 'GET'/,
		],
		[
			"no Content-ID in a change set",
			`${changeSet(inSet("", "POST tasks HTTP/1.1\n\n{}"))}--b--\n`,
			/Content-ID header/,
		],
		[
			"a Content-ID twice",
			`${changeSet(inSet("Content-ID: 1\n", "POST a HTTP/1.1\n\n{}"), inSet("Content-ID: 1\n", "POST a HTTP/1.1\n\n{}"))}--b--\n`,
			/'1' occurs more than once/,
		],
		["1,001 requests", `${get.repeat(1001)}--b--\n`, /up to 1000 requests/],
	];
	for (const [what, text, message] of refused)
		it(`refuses ${what}`, () => {
			assert.match(
				refusal(() => read(text)),
				message,
			);
		});

	it("takes 1,000 requests", () => {
		assert.equal(read(`${get.repeat(1000)}--b--\n`).length, 1000);
	});

	it("refuses a batch that is no multipart", () => {
		assert.match(
			refusal(() => read("{}", "\n", "application/json")),
			/^415 .*JSON batches are not supported/,
		);
		assert.match(
			refusal(() => read("{}", "\n", "multipart/mixed")),
			/^415 /,
		);
	});

	it("reads a boundary as it may be written", () => {
		assert.equal(boundaryOf("multipart/mixed; boundary=a"), "a");
		assert.equal(boundaryOf('Multipart/Mixed;charset=x ; Boundary="a b"'), "a b");
		assert.equal(boundaryOf("multipart/mixed"), undefined);
		assert.equal(boundaryOf("multipart/form-data; boundary=a"), undefined);
		assert.equal(boundaryOf(undefined), undefined);
	});

	it("takes time in proportion to a body full of boundaries", () => {
		const lines = "--x\n".repeat(200_000);
		assert.equal(splitMultipart(`${lines}--x--`, "x").parts.length, 200_000);
	});
});

describe("references inside a change set", () => {
	const references = new Map([["1", "http://here/api/data/v9.2/accounts(7)"]]);
	const resolve = (url: string, body?: string): string => {
		const resolved = resolveReferences(
			{ method: "POST", url, headers: new Map(), ...(body !== undefined && { body: Buffer.from(body) }) },
			references,
		);
		return `${resolved.url} ${resolved.body === undefined ? "" : Buffer.from(resolved.body).toString("utf8")}`.trim();
	};
	const account = "http://here/api/data/v9.2/accounts(7)";
	const cases: readonly (readonly [string, string | undefined, string])[] = [
		["/api/data/v9.2/accounts", undefined, "/api/data/v9.2/accounts"],
		["$1", undefined, "/api/data/v9.2/accounts(7)"],
		["$1/name", undefined, "/api/data/v9.2/accounts(7)/name"],
		["$1?$select=name", undefined, "/api/data/v9.2/accounts(7)?$select=name"],
		["/a", '{"n@odata.bind":"$1"}', `/a {"n@odata.bind":"${account}"}`],
		["/a", '{"n@odata.bind" : [ "$1" , "b(1)" ]}', `/a {"n@odata.bind" : [ "${account}" , "b(1)" ]}`],
		["/a", '{"@odata.id":"$1"}', `/a {"@odata.id":"${account}"}`],
		["/a", '{"x":[{"n@odata.bind":"$1"}]}', `/a {"x":[{"n@odata.bind":"${account}"}]}`],
		["/a", '{"n@odata.bind":"b","price":"$1"}', '/a {"n@odata.bind":"b","price":"$1"}'],
		["/a", '{"price":"$99","big":12345678901234567890}', '/a {"price":"$99","big":12345678901234567890}'],
		["/a", '{"n@odata.bind":{"x":"$1"}}', '/a {"n@odata.bind":{"x":"$1"}}'],
		["/a", 'no json "$1', '/a no json "$1'],
	];
	for (const [url, body, expected] of cases)
		it(`${url} ${body ?? ""}`, () => {
			assert.equal(resolve(url, body), expected);
		});

	it("take time in proportion to a body that is full of quotes and never ends", () => {
		for (const piece of ['"', '"\\', '{"a@odata.bind":"', "$"])
			assert.equal(resolve("/a", `$${piece.repeat(500_000)}`).length, 4 + piece.length * 500_000);
	});

	it("refuses what is not there yet", () => {
		const message = "400 0x80060888 Content-ID Reference: '$2' does not exist in the batch context.";
		assert.equal(
			refusal(() => resolve("$2/name")),
			message,
		);
		assert.equal(
			refusal(() => resolve("/a", '{"n@odata.bind":"$2"}')),
			message,
		);
	});
});

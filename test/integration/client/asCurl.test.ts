import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { asCurl } from "../../../src/core/client/asCurl.ts";
import type { RequestEntry } from "../../../src/core/client/requestLog.ts";
import { fuzz } from "../../support/fuzz.ts";

const entry: RequestEntry = {
	number: 1,
	environment: "Contoso",
	method: "GET",
	url: "https://contoso.crm4.dynamics.com/api/data/v9.2/WhoAmI",
	headers: {},
	startedAt: 0,
};

/** What a shell hands to curl: it is a function here that prints each argument and a character 0. */
function argumentsOf(command: string): readonly string[] {
	const script = `curl() { for each in "$@"; do printf '%s\\0' "$each"; done; }\n${command}`;
	const env = { PATH: process.env.PATH ?? "", DATAVERSE_TOKEN: "of the shell" };
	const printed = execFileSync("sh", ["-c", script], { encoding: "utf8", env });
	return printed.split("\0").slice(0, -1);
}

function wanted({ method, url, headers, body }: RequestEntry): readonly string[] {
	return [
		...["--globoff", "--compressed", "--request", method, "--url", url],
		...["--header", "Authorization: Bearer of the shell"],
		...Object.entries(headers).flatMap(([name, value]) => [
			"--header",
			value === "" ? `${name};` : `${name}: ${value}`,
		]),
		...(body === undefined ? [] : ["--data-raw", body]),
	];
}

const odd: Readonly<Record<string, Partial<RequestEntry>>> = {
	"nothing odd": {},
	"quotes, dollars and backslashes": { body: `{"name":"O'Neil \\"x\\" $HOME \`id\` $(id) \\\\ !!"}` },
	"line breaks": { body: "--batch\r\nContent-Type: application/http\r\n\r\nGET x HTTP/1.1\r\n" },
	"what curl would read from a file": { body: "@/etc/passwd", headers: { "x-odd": "@/etc/passwd" } },
	"braces and brackets in the URL": { url: "https://contoso.crm4.dynamics.com/x?$filter=[a-c]{1,2}&y='z'" },
	"what looks like an option": { method: "-o", url: "--config=x", body: "-d" },
	"an empty body and an empty header": { body: "", headers: { "x-empty": "" } },
	"only quotes": { body: "''''" },
	"letters of other scripts": { body: "Größe 数据 🙂" },
};

describe("A request as cURL", function () {
	before(function () {
		// The command is for shells of POSIX.
		if (process.platform === "win32") this.skip();
	});

	for (const [what, more] of Object.entries(odd)) {
		it(`takes ${what} as it is`, () => {
			const given = { ...entry, ...more };
			assert.deepEqual(argumentsOf(asCurl(given)), wanted(given));
		});
	}

	it("has no credentials", () => {
		const headers = { authorization: "Bearer secret-1", Cookie: "secret-2", accept: "*/*" };
		assert.doesNotMatch(asCurl({ ...entry, headers }), /secret/);
	});

	it("takes any text as it is", () => {
		const { seed, runs } = fuzz(40);
		const text = fc.string({ unit: fc.constantFrom(...Array.from("'\"\\$`!\n\r\t *?[]{}~#&;|<>()aé🙂-@%=")) });
		fc.assert(
			fc.property(text, text, text, (url, value, body) => {
				const given = { ...entry, url, headers: { name: value }, body };
				assert.deepEqual(argumentsOf(asCurl(given)), wanted(given));
			}),
			{ seed, numRuns: runs },
		);
	});
});

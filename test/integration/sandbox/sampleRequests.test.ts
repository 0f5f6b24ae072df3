import assert from "node:assert/strict";
import { sampleRequests } from "../../../src/features/sandbox/sampleRequests.ts";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { runSandbox, send } from "../../support/sandbox/runningSandbox.ts";

interface FileRequest {
	readonly title: string;
	readonly method: string;
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
}

/** Reads a request file as its clients do: variables, parts after `###`, headers up to an empty line, body. */
function requestsIn(text: string): readonly FileRequest[] {
	const [head = "", ...parts] = text.split(/^### /m);
	const variables = new Map([...head.matchAll(/^@(\w+) = (.*)$/gm)].map(([, name, value]) => [name, value]));
	const filled = (line: string): string =>
		line.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => variables.get(name) ?? "");
	return parts.map((part) => {
		const [title = "", ...rest] = part.split("\n");
		const [headText = "", ...bodies] = rest.join("\n").split("\n\n");
		const [line = "", ...headers] = filled(headText).split("\n");
		const [method = "", url = ""] = line.split(" ");
		const body = bodies.join("\n\n").trim();
		return {
			title,
			method,
			url,
			headers: Object.fromEntries(
				headers.filter((header) => header !== "").map((header) => header.split(": ", 2)),
			) as Record<string, string>,
			...(body !== "" && { body }),
		};
	});
}

describe("the sample request file", () => {
	let sandbox: RunningSandbox;
	let requests: readonly FileRequest[];

	before(async () => {
		sandbox = await runSandbox({ rows: 400, seed: 1 });
		requests = requestsIn(sampleRequests(sandbox));
	});

	after(() => sandbox.close());

	it("has requests that the sandbox answers, one after the other", async () => {
		assert.ok(requests.length >= 8);
		for (const { title, method, url, headers, body } of requests) {
			const { pathname, search } = new URL(url);
			const answer = await send(sandbox, pathname + search, {
				method,
				headers: {
					authorization: undefined,
					...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
				},
				...(body !== undefined && { body }),
			});
			assert.ok(answer.status < 300, `${title}: ${answer.status} ${answer.body.toString("utf8")}`);
			if (method === "GET") assert.ok(answer.body.length > 100, title);
		}
	});
});

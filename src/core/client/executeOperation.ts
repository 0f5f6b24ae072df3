import type { ClientResult } from "./dataverseClient.ts";
import type { Exchange, ExchangeRequest } from "./exchange/exchange.ts";
import { printJson } from "./json/printJson.ts";
import type { Operation } from "./operation.ts";
import { readAnswer } from "./read/readAnswer.ts";
import { recordPath } from "./recordPath.ts";
import type { WriteOptions } from "./requestOptions.ts";
import type { Row } from "./row.ts";

type Call = Pick<ExchangeRequest, "method" | "url" | "body" | "repeat" | "write" | "unsure">;

/** Calls a function by GET, which may be repeated, or an action by POST, which is sent once. */
export async function executeOperation(
	exchange: Exchange,
	operation: Operation,
	options: WriteOptions = {},
): Promise<ClientResult<Row | null>> {
	const result = await exchange.send({ ...callOf(operation), options });
	if (!result.ok) return { ok: false, problem: result.problem };
	const read = readAnswer(result.value);
	if (read.ok || operation.kind === "function") return read;
	// Something has answered that all went well, and it is not sure that this was the service.
	const { request, reply } = result.value;
	return { ok: false, problem: { code: "mayHaveBeenApplied", reason: "action", attempts: reply.retries + 1, request } };
}

function callOf(operation: Operation): Call {
	const path = pathOf(operation);
	if (operation.kind === "function") {
		return { method: "GET", url: path + parametersOf(operation.parameters ?? {}), repeat: "safe", write: false };
	}
	const { parameters } = operation;
	return {
		method: "POST",
		url: path,
		...(parameters !== undefined && { body: printJson(parameters) }),
		repeat: "never",
		write: true,
		unsure: { reason: "action" },
	};
}

function pathOf({ name, bound }: Operation): string {
	if (bound === undefined) return encodeURIComponent(name);
	const target = "key" in bound ? recordPath(bound) : bound.entitySet;
	return `${target}/${encodeURIComponent(name)}`;
}

/**
 * "(EntityNames=@p1)?@p1=['account']": aliases, so that a value may hold any character.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/use-web-api-functions#pass-parameters-to-a-function
 */
function parametersOf(parameters: Readonly<Record<string, string>>): string {
	const entries = Object.entries(parameters);
	if (entries.length === 0) return "()";
	const names = entries.map(([name], index) => `${encodeURIComponent(name)}=@p${index + 1}`);
	const values = entries.map(([, literal], index) => `@p${index + 1}=${encodeURIComponent(literal)}`);
	return `(${names.join(",")})?${values.join("&")}`;
}

import type { ClientResult, RecordTarget } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { recordPath } from "../recordPath.ts";
import type { ReadOptions } from "../requestOptions.ts";
import type { Row } from "../row.ts";
import { readAnswer } from "./readAnswer.ts";
import { readPreferences } from "./readPreferences.ts";

/** One record, as the service sent it. `query` is what follows the "?". */
export async function retrieve(
	exchange: Exchange,
	target: RecordTarget,
	query = "",
	options: ReadOptions = {},
): Promise<ClientResult<Row>> {
	const path = recordPath(target);
	const result = await exchange.send({
		method: "GET",
		url: query === "" ? path : `${path}?${query}`,
		prefer: readPreferences(options),
		options,
		repeat: "safe",
		write: false,
	});
	if (!result.ok) return { ok: false, problem: result.problem };
	const read = readAnswer(result.value);
	if (!read.ok) return read;
	if (read.value !== null) return { ok: true, value: read.value };
	return { ok: false, problem: { code: "unreadable", what: "notJson", request: result.value.request } };
}

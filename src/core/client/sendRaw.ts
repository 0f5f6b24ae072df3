import type { ClientResult, RawAnswer, RawRequest } from "./dataverseClient.ts";
import type { Exchange } from "./exchange/exchange.ts";
import { isBatchPath } from "./isBatchPath.ts";
import type { RequestOptions } from "./requestOptions.ts";

/**
 * Any request, as a person wrote it. Whether it is a read the exchange finds out, which then may repeat it; what is or may
 * be a write is sent once. The answer to a batch is given whatever its status: the parts tell what became of each request.
 */
export async function sendRaw(
	exchange: Exchange,
	{ method, path, headers, body }: RawRequest,
	options: RequestOptions = {},
): Promise<ClientResult<RawAnswer>> {
	const isBatch = isBatchPath(path);
	const result = await exchange.send({
		method,
		url: path,
		...(headers !== undefined && { headers }),
		...(body !== undefined && { body }),
		options,
		repeat: "safe",
		write: false,
		unsure: { reason: isBatch ? "batch" : "unconditional" },
		isBatch,
	});
	if (!result.ok) return { ok: false, problem: result.problem };
	const { reply, headers: received, text } = result.value;
	return { ok: true, value: { reply, headers: received, text } };
}

import type { ClientResult, RecordTarget, Written } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { recordPath } from "../recordPath.ts";
import type { WriteOptions } from "../requestOptions.ts";
import { linkCheck, linkEnd } from "./linkCheck.ts";
import { readLink } from "./readLink.ts";
import { sendWrite } from "./sendWrite.ts";
import { failed } from "./writeProblem.ts";

/**
 * Takes a link away: of a collection the one to `related`, of a lookup the only one. A repetition that finds no link, or no
 * record any more, has nothing left to do.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/associate-disassociate-entities-using-web-api
 */
export async function disassociate(
	exchange: Exchange,
	target: RecordTarget,
	navigationProperty: string,
	related?: RecordTarget,
	{ returnRecord: _returnRecord, ...options }: WriteOptions = {},
): Promise<ClientResult<Written>> {
	const property = `${recordPath(target)}/${encodeURIComponent(navigationProperty)}`;
	const check = linkCheck(target, navigationProperty, related);
	const end = await sendWrite(exchange, {
		method: "DELETE",
		url: addressOf(exchange, property, related),
		options,
		repeat: "conditional",
		check,
	});
	if (end.kind === "done") return { ok: true, value: {} };
	if (end.kind === "refused") return failed(end.problem);
	return linkEnd("notLinked", await readLink(exchange, check, related, options), end.problem, check);
}

/** A record of a collection stands in parentheses by its id, and by an alternate key in `$id`. */
function addressOf({ serviceRoot }: Exchange, property: string, related: RecordTarget | undefined): string {
	if (related === undefined) return `${property}/$ref`;
	if (typeof related.key === "string") return `${property}(${encodeURIComponent(related.key)})/$ref`;
	return `${property}/$ref?$id=${encodeURIComponent(serviceRoot + recordPath(related))}`;
}

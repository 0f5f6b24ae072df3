import type { ClientResult, RecordTarget, Written } from "../dataverseClient.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { recordPath } from "../recordPath.ts";
import type { WriteOptions } from "../requestOptions.ts";
import { linkCheck, linkEnd } from "./linkCheck.ts";
import { readLink } from "./readLink.ts";
import { sendWrite } from "./sendWrite.ts";
import { failed } from "./writeProblem.ts";

export interface AssociateOptions extends WriteOptions {
	/** The property leads to one record: PUT, where a collection takes POST. */
	readonly lookup?: boolean;
}

/**
 * Links two records. A link is there or not, so a repetition changes nothing more, and the refusal that a repeated one may
 * meet ("exists already") says that it is there. Links have no version: who has to know that nobody else changed a lookup
 * meanwhile writes it by an update with `If-Match`.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/associate-disassociate-entities-using-web-api
 */
export async function associate(
	exchange: Exchange,
	target: RecordTarget,
	navigationProperty: string,
	related: RecordTarget,
	{ lookup = false, returnRecord: _returnRecord, ...options }: AssociateOptions = {},
): Promise<ClientResult<Written>> {
	const check = linkCheck(target, navigationProperty, lookup ? undefined : related);
	const end = await sendWrite(exchange, {
		method: lookup ? "PUT" : "POST",
		url: `${recordPath(target)}/${encodeURIComponent(navigationProperty)}/$ref`,
		body: { "@odata.id": exchange.serviceRoot + recordPath(related) },
		options,
		repeat: "conditional",
		check,
	});
	if (end.kind === "done") return { ok: true, value: {} };
	if (end.kind === "refused") return failed(end.problem);
	return linkEnd("linked", await readLink(exchange, check, related, options), end.problem, check);
}

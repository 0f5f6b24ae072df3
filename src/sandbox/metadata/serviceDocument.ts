import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { definitionSets } from "./definitionSets.ts";

/** The service document: every entity set by name, those of the definitions among them. */
export function serviceDocument({ root, schema }: RequestContext): ServiceResponse {
	const tables = schema.catalog.tables().flatMap(({ entitySetName }) => entitySetName ?? []);
	const names = [...definitionSets.keys(), ...tables];
	const body = {
		"@odata.context": `${root}$metadata`,
		value: names.map((name) => ({ name, kind: "EntitySet", url: name })),
	};
	return { status: 200, headers: new Map(), body: JSON.stringify(body) };
}

import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { definitionSets } from "./definitionSets.ts";
import { jsonAnswer } from "./jsonAnswer.ts";

/** The service document: every entity set by name, those of the definitions among them. */
export function serviceDocument(context: RequestContext): ServiceResponse {
	const tables = context.schema.catalog.tables().flatMap(({ entitySetName }) => entitySetName ?? []);
	const names = [...definitionSets.keys(), ...tables];
	return jsonAnswer(context, {
		"@odata.context": `${context.root}$metadata`,
		value: names.map((name) => ({ name, kind: "EntitySet", url: name })),
	});
}

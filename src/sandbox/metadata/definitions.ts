import type { Expression } from "../../core/odata/nodes.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { notInSandboxYet, queryOptionNotSupported } from "../service/serviceRefusals.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";
import { definitionTarget } from "./definitionPath.ts";
import { definitionQuery } from "./definitionQuery.ts";
import { definitionShape, matching } from "./definitionShape.ts";
import type { CollectionTarget, SingleTarget, ValueTarget } from "./definitionTarget.ts";
import { isObject } from "./json.ts";
import { jsonAnswer } from "./jsonAnswer.ts";

/** GET on the definitions of tables, columns, choices, relationships and keys. They cannot be changed here. */
export function definitions(context: RequestContext): ServiceResponse {
	if (context.request.method !== "GET") throw notInSandboxYet("A change of definitions");
	const target = definitionTarget(context.uri.path, context.schema);
	switch (target.kind) {
		case "collection":
			return list(target, context);
		case "single":
			return single(target, context);
		case "value":
			return value(target, context);
		case "count":
			return plain(String(chosen(target.of, context).items.length));
	}
}

function list(target: CollectionTarget, context: RequestContext): ServiceResponse {
	const { query, items } = chosen(target, context);
	return jsonAnswer(context, {
		"@odata.context": `${context.root}$metadata#${target.context}${query.context}`,
		...(query.count && { "@odata.count": items.length }),
		value: items.map((item) => definitionShape(item, target.type, query)),
	});
}

/** What the filter leaves of a collection. */
function chosen(target: CollectionTarget, { uri }: RequestContext) {
	const filter = uri.options.find(({ kind }) => kind === "filter");
	if (filter !== undefined && target.noFilter) throw queryOptionNotSupported(filter.written);
	const query = definitionQuery(uri.options, target.type, "collection", aliasesOf(uri.options));
	return { query, items: matching(target.items(), query) };
}

/** A navigation property that leads nowhere has no content: a column without options. */
function single({ type, item, context: place, cast }: SingleTarget, context: RequestContext): ServiceResponse {
	const { options } = context.uri;
	const query = definitionQuery(options, type, "single", aliasesOf(options));
	if (item === undefined) return { status: 204, headers: new Map() };
	const where = `${context.root}$metadata#${place}${cast}${query.context}/$entity`;
	return jsonAnswer(context, { "@odata.context": where, ...definitionShape(item, type, query) });
}

/** A property alone: a complex one stands bare beside its context, as OData has it. */
function value({ type, value: found, context: place, raw }: ValueTarget, context: RequestContext): ServiceResponse {
	const [option] = context.uri.options.filter(({ kind }) => kind !== "alias" && kind !== "custom");
	if (option !== undefined) throw queryOptionNotSupported(option.written);
	if (found === null) return { status: 204, headers: new Map() };
	if (raw) return plain(typeof found === "object" ? JSON.stringify(found) : String(found));
	const where = `${context.root}$metadata#${place}`;
	if (type.kind === "complex" && isObject(found)) return jsonAnswer(context, { "@odata.context": where, ...found });
	return jsonAnswer(context, { "@odata.context": where, value: found });
}

function aliasesOf(options: RequestContext["uri"]["options"]): ReadonlyMap<string, Expression> {
	return new Map(options.flatMap((option) => (option.kind === "alias" ? [[option.written, option.value]] : [])));
}

function plain(body: string): ServiceResponse {
	return { status: 200, headers: new Map([["content-type", "text/plain"]]), body };
}

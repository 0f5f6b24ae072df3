import type { Arguments, Expression } from "../../core/odata/nodes.ts";
import { enumTypes } from "../metadata/enumTypes.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { segmentNotFound } from "../service/serviceRefusals.ts";
import type { OperationParameter, ParameterValues, UnboundFunction } from "./operation.ts";
import { parameterNotConvertible } from "./operationRefusals.ts";

/**
 * The parameters of a call, written in its parentheses or by alias (`EntityNames=@p1`). OData knows a function by the
 * names of its parameters, so a call with others names nothing that is there.
 */
export function parameterValues(
	{ uri }: RequestContext,
	{ name, parameters }: UnboundFunction,
	given: Arguments | undefined,
): ParameterValues {
	const items = given?.items ?? [];
	const named = new Map(items.map((item) => [item.kind === "named" ? item.name : "", item.value]));
	const isMatch = items.length === parameters.length && parameters.every((parameter) => named.has(parameter.name));
	if (!isMatch) throw segmentNotFound(name);
	return new Map(
		parameters.map((parameter) => {
			const written = named.get(parameter.name);
			const value = written?.kind === "aliasReference" ? aliasValue(uri, written.name) : written;
			const read = value && valueOf(value, parameter);
			if (read === undefined) throw parameterNotConvertible(parameter.name, name, typeName(parameter));
			return [parameter.name, read];
		}),
	);
}

/** An alias without a value is null in OData, and no parameter here may be null. */
function aliasValue({ options }: RequestContext["uri"], alias: string): Expression | undefined {
	for (const option of options) if (option.kind === "alias" && option.written === alias) return option.value;
	return undefined;
}

/** Undefined where the value is of another type. A member needs its namespace: `EndpointAccessType'Default'` is not enough. */
function valueOf(value: Expression, { type }: OperationParameter): string | readonly string[] | undefined {
	if (type.kind === "member") {
		const fits = value.kind === "literal" && value.type === "enum" && value.typeName === qualified(type.name);
		return fits && Object.hasOwn(enumTypes[type.name] ?? {}, value.value) ? value.value : undefined;
	}
	if (value.kind !== "array") return undefined;
	const texts = value.items.flatMap((item) => (item.kind === "literal" && item.type === "string" ? [item.value] : []));
	return texts.length === value.items.length ? texts : undefined;
}

function typeName({ type }: OperationParameter): string {
	return type.kind === "texts" ? "Collection(Edm.String)" : qualified(type.name);
}

const qualified = (name: string): string => `Microsoft.Dynamics.CRM.${name}`;

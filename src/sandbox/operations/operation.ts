import type { JsonObject } from "../metadata/json.ts";
import { jsonAnswer } from "../metadata/jsonAnswer.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { ServiceResponse } from "../service/serviceRequest.ts";

/** A parameter of a function: all are required, none may be null. */
export interface OperationParameter {
	readonly name: string;
	readonly type: ParameterType;
}

export type ParameterType =
	| { readonly kind: "texts" }
	| { readonly kind: "member"; /** Enumeration, without namespace. */ readonly name: string };

/** Values of parameters as the function wants them: texts as a list, a member by its name. */
export type ParameterValues = ReadonlyMap<string, string | readonly string[]>;

/** A function that stands by itself, called by GET. Its answer is a complex type named after it. */
export interface UnboundFunction {
	readonly kind: "function";
	readonly name: string;
	readonly parameters: readonly OperationParameter[];
	readonly run: (context: RequestContext, values: ParameterValues) => JsonObject;
}

/** An action on the set of a table, called by POST with `Targets`. */
export interface SetAction {
	readonly kind: "action";
	readonly name: string;
	/** True where its answer is the complex type named after it, false where it has no content. */
	readonly answers: boolean;
	readonly run: (context: RequestContext, table: SandboxTable) => ServiceResponse;
}

/** The answer that is a complex type: "WhoAmIResponse" with its members. */
export function answer(context: RequestContext, name: string, members: JsonObject): ServiceResponse {
	const where = `${context.root}$metadata#Microsoft.Dynamics.CRM.${name}Response`;
	return jsonAnswer(context, { "@odata.context": where, ...members });
}

import type { OperationParameter } from "../../operations/operation.ts";
import { setActions, unboundFunctions } from "../../operations/operations.ts";
import { responseTypes } from "../../operations/responseTypes.ts";
import { listed, qualified } from "./definitionTypeElements.ts";
import { element } from "./xml.ts";

/** The functions and actions that the sandbox answers, with the types of their answers. */
export function operationElements(): readonly string[] {
	return [
		...Object.entries(responseTypes).map(([name, members]) =>
			element(
				"ComplexType",
				{ Name: name },
				...Object.entries(members).map(([member, type]) => element("Property", { Name: member, Type: type })),
			),
		),
		...unboundFunctions.map(({ name, parameters }) =>
			element(
				"Function",
				{ Name: name },
				...parameters.map((parameter) =>
					element("Parameter", { Name: parameter.name, Type: parameterType(parameter), Nullable: "false" }),
				),
				element("ReturnType", { Type: qualified(`${name}Response`), Nullable: "false" }),
			),
		),
		...setActions.map(({ name, answers }) =>
			element(
				"Action",
				{ Name: name, IsBound: "true" },
				element("Parameter", { Name: "entityset", Type: rows, Nullable: "false" }),
				element("Parameter", { Name: "Targets", Type: rows, Nullable: "false" }),
				...(answers ? [element("ReturnType", { Type: qualified(`${name}Response`), Nullable: "false" })] : []),
			),
		),
	];
}

export function functionImports(): readonly string[] {
	return unboundFunctions.map(({ name }) =>
		element("FunctionImport", { Name: name, Function: `Microsoft.Dynamics.CRM.${name}` }),
	);
}

/** The rows of any table: the actions are the same for all. */
const rows = listed(qualified("crmbaseentity"), true);

function parameterType({ type }: OperationParameter): string {
	return type.kind === "texts" ? listed("Edm.String", true) : qualified(type.name);
}

import type { BinaryExpression, LogicalExpression, RequestUri, UnaryExpression } from "../../core/odata/nodes.ts";
import { syntaxError } from "../service/serviceRefusals.ts";

/**
 * OData 4.01 takes operators in any case and so does the tree; the service knows those in lower case only. Looks into
 * the text of the URL and refuses what is written otherwise.
 */
export function checkBinary({ operator, operatorStart }: BinaryExpression, uri: RequestUri): void {
	check(operatorStart, operatorStart + operator.length, operator, uri);
}

export function checkLogical({ operator, operands }: LogicalExpression, uri: RequestUri): void {
	for (let index = 1; index < operands.length; index += 1) {
		check(operands[index - 1]?.end ?? 0, operands[index]?.start ?? 0, operator, uri);
	}
}

export function checkUnary({ operator, start }: UnaryExpression, uri: RequestUri): void {
	check(start, start + operator.length, operator, uri);
}

/** Between the two places stands the operator, maybe with blanks around it. */
function check(start: number, end: number, operator: string, uri: RequestUri): void {
	const between = uri.text.slice(start, end);
	if (between === operator) return;
	const written = decoded(between).trim();
	if (written === operator || written.toLowerCase() !== operator) return;
	const option = uri.options.find((one) => one.valueStart <= start && end <= one.end);
	const from = option?.valueStart ?? 0;
	throw syntaxError(decoded(uri.text.slice(from, end)).length, decoded(uri.text.slice(from, option?.end)));
}

function decoded(text: string): string {
	return text.includes("%") ? decodeURIComponent(text) : text;
}

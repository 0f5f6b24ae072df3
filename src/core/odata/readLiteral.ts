import type { Literal, Missing } from "./nodes.ts";
import { readOperand } from "./readExpression.ts";
import type { Reader } from "./reader.ts";

/** A literal and nothing else. */
export function readLiteral(reader: Reader): Literal | Missing {
	const start = reader.pos;
	const operand = readOperand(reader);
	if (operand.kind === "literal" || operand.kind === "missing") return operand;
	reader.problem("expectedLiteral", start, reader.pos);
	const place = reader.at(start);
	return { kind: "missing", start: place, end: place };
}

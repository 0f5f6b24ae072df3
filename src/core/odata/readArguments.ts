/** What stands in parentheses behind a name: the values of a key, or the arguments of a function. */
import { charCode } from "./charCodes.ts";
import type { BuiltInFunction } from "./functionNames.ts";
import type { Arguments, Expression, NamedArgument, PositionalArgument } from "./nodes.ts";
import { readExpression, readOperand } from "./readExpression.ts";
import type { Reader } from "./reader.ts";
import { skipToClosing } from "./skipToClosing.ts";

type Argument = PositionalArgument | NamedArgument;

/** Arguments of a function that OData defines: as many as it takes, all by position. `pos` is at the parenthesis. */
export function readBuiltInArguments(reader: Reader, { least, most, types }: BuiltInFunction): Arguments {
	const typesAllowed = reader.typesAllowed;
	reader.typesAllowed = types === true;
	const result = readItems(reader, least, most, () => readPositional(reader, readExpression));
	reader.typesAllowed = typesAllowed;
	return result;
}

/** A key or the arguments of a function of the service: names with values, or one value, which must be simple. */
export function readNamedArguments(reader: Reader): Arguments {
	const readValue = reader.inPath ? readParameterValue : readExpression;
	let named = false;
	return readItems(reader, 0, Infinity, (count) => {
		const end = reader.nameEnd(reader.pos);
		if (end > reader.pos && reader.codeAt(end) === charCode.equals) {
			named = true;
			return readNamed(reader, end, readValue);
		}
		if (named) reader.problem("mixedArguments", reader.pos, reader.pos);
		else if (count > 0) reader.problem("expectedToken", reader.pos - 1, reader.pos - 1, ")");
		return readPositional(reader, readSimpleValue);
	});
}

/** Types in parentheses: `Collection(Edm.String)`, and names: the parameters of an overload in `$select`. */
export function readNames(reader: Reader): Arguments {
	return readItems(reader, 0, Infinity, () => readPositional(reader, readOperand));
}

function readItems(reader: Reader, least: number, most: number, readItem: (count: number) => Argument): Arguments {
	const start = reader.pos;
	const items: Argument[] = [];
	reader.pos += 1;
	reader.skipBlanks();
	if (reader.enter() && reader.peek() !== charCode.close) {
		for (;;) {
			if (items.length === most) {
				const place = most === 0 ? reader.pos : reader.pos - 1;
				reader.problem("expectedToken", place, place, ")");
			}
			items.push(readItem(items.length));
			reader.skipBlanks();
			if (!reader.take(charCode.comma)) break;
			reader.skipBlanks();
		}
	}
	reader.leave();
	if (items.length < least) expectMore(reader, items.length);
	closeParentheses(reader);
	return { kind: "arguments", start: reader.at(start), end: reader.at(reader.pos), items };
}

function expectMore(reader: Reader, count: number): void {
	reader.skipBlanks();
	if (count === 0) reader.problem("expectedExpression", reader.pos, reader.pos);
	else reader.problem("expectedToken", reader.pos, reader.pos, ",");
}

/** Over the closing parenthesis; where something else stands, that is said and passed over with it. */
export function closeParentheses(reader: Reader): void {
	reader.skipBlanks();
	if (!reader.expect(charCode.close)) skipToClosing(reader, charCode.close);
}

function readPositional(reader: Reader, readValue: (reader: Reader) => Expression): PositionalArgument {
	const start = reader.at(reader.pos);
	const value = readValue(reader);
	return { kind: "positional", start, end: reader.at(reader.pos), value };
}

function readNamed(reader: Reader, nameEnd: number, readValue: (reader: Reader) => Expression): NamedArgument {
	const start = reader.pos;
	reader.pos = nameEnd + 1;
	const value = readValue(reader);
	return {
		kind: "named",
		start: reader.at(start),
		end: reader.at(reader.pos),
		name: reader.text.slice(start, nameEnd),
		nameEnd: reader.at(nameEnd),
		value,
	};
}

/**
 * The value of a function's parameter in a path. OData wants a collection there by alias; Dataverse documents calls
 * that write it out (`RetrieveTotalRecordCount(EntityNames=['account'])`), so people do.
 */
function readParameterValue(reader: Reader): Expression {
	return reader.peek() === charCode.openBracket ? readOperand(reader) : readSimpleValue(reader);
}

/** A literal or an alias. Anything else is read as well, so that the tree has it, and is a problem. */
function readSimpleValue(reader: Reader): Expression {
	const start = reader.pos;
	const value = readOperand(reader);
	if (value.kind !== "literal" && value.kind !== "aliasReference" && value.kind !== "missing") {
		literalExpected(reader, value, start, reader.pos);
	}
	return value;
}

/**
 * Says that only a literal may stand there. A name could still have become one (of an enumeration, by its quotes), so
 * the problem is where it ends.
 */
export function literalExpected(reader: Reader, value: Expression, start: number, end: number): void {
	const nameEnd = value.kind === "path" || value.kind === "call" ? reader.qualifiedNameEnd(start) : start;
	reader.problem("expectedLiteral", nameEnd, Math.max(nameEnd, nameEnd > start ? nameEnd : end));
}

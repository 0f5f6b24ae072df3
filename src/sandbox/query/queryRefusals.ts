/** Refusals of `$filter` and `$orderby`. One factory for each kind of failure. */
import type { Message } from "../../words/message.ts";
import * as words from "../../words/sandboxQuery.ts";
import { Refusal } from "../service/refusal.ts";
import { badQueryCode } from "../service/serviceRefusals.ts";
import type { TextFunction } from "./textPattern.ts";

/** Code of a condition with an argument that its column or operator does not take. */
const badArgumentCode = "0x80040203";

const badQuery = (text: Message): Refusal => new Refusal(400, badQueryCode, text);
const badArgument = (text: Message): Refusal => new Refusal(400, badArgumentCode, text);

/** @param type full name: "Microsoft.Dynamics.CRM.account". */
export const propertyNotFound = (property: string, type: string): Refusal =>
	badQuery(words.propertyNotFound(property, type));

/** @param operator as the service names it: "Equal". */
export const incompatibleTypes = (left: string, right: string, operator: string): Refusal =>
	badQuery(words.incompatibleTypes(left, right, operator));

export const operandNotSingle = (operator: string): Refusal => badQuery(words.operandNotSingle(operator));
export const parentNotSingle = (property: string): Refusal => badQuery(words.parentNotSingle(property));

/** Also for a known function with wrong parameter names: the service looks for name and parameters together. */
export const unknownFunction = (name: string): Refusal => badQuery(words.unknownFunction(name));

/** `contains` and its relatives with other arguments than two texts. */
export const noTextFunction = (name: TextFunction): Refusal =>
	badQuery(words.noFunctionSignature(name, `${name}(Edm.String Nullable=true, Edm.String Nullable=true)`));

export const filterNotBoolean = (): Refusal => badQuery(words.notBoolean("$filter"));
export const lambdaNotBoolean = (): Refusal => badQuery(words.lambdaNotBoolean());
export const orderNotSingle = (): Refusal => badQuery(words.orderNotSingle());
export const lambdaParentNotCollection = (): Refusal => badQuery(words.lambdaParentNotCollection());

/** What OData knows and the service does not offer: `in`, `has`, arithmetic, `tolower` and the like. */
export const notImplemented = (): Refusal => new Refusal(501, badQueryCode, words.notImplemented());

export const badLiteral = (type: string, literal: string): Refusal => badQuery(words.badLiteral(type, literal));
export const aliasNotAllowed = (alias: string): Refusal => badQuery(words.aliasNotAllowed(alias));
export const aliasInCircle = (alias: string): Refusal => badQuery(words.aliasInCircle(alias));
export const lambdaBelowLookup = (property: string): Refusal => badQuery(words.lambdaBelowLookup(property));
export const outerRowInLambda = (property: string): Refusal => badQuery(words.outerRowInLambda(property));
export const differentRows = (): Refusal => badQuery(words.differentRows());
export const functionInLambda = (name: string): Refusal => badQuery(words.functionInLambda(name));
export const orderByRelated = (path: string): Refusal => badQuery(words.orderByRelated(path));

export const tooManyConditions = (): Refusal => new Refusal(400, "0x8004430c", words.tooManyConditions());

/** Query functions name columns as the database does: without `_` and `_value`. */
export const noSuchAttribute = (table: string, attribute: string): Refusal =>
	new Refusal(400, "0x80041103", words.noSuchAttribute(table, attribute));

/** @param expected "System.Int32". */
export const badConditionValue = (table: string, attribute: string, expected: string): Refusal =>
	badArgument(words.badConditionValue(table, attribute, expected));

export const functionNotForColumn = (name: string, table: string, attribute: string): Refusal =>
	badArgument(words.functionNotForColumn(name, table, attribute));

export const wrongValueCount = (name: string, expected: number, actual: number): Refusal =>
	badArgument(words.wrongValueCount(name, expected, actual));

export const valueMissing = (name: string): Refusal => badArgument(words.valueMissing(name));
export const notHierarchical = (table: string): Refusal => badArgument(words.notHierarchical(table));

/** A table that the schema names and that cannot hold rows in the sandbox. */
export const tableNotKept = (table: string): Refusal => new Refusal(501, "", words.tableNotKept(table));

/** Refusals of functions and actions. One factory for each kind of failure. */
import * as words from "../../words/sandboxOperations.ts";
import { Refusal } from "../service/refusal.ts";
import { badQueryCode } from "../service/serviceRefusals.ts";

const invalidArgumentCode = "0x80040203";

export function parameterNotConvertible(parameter: string, operation: string, type: string): Refusal {
	return new Refusal(400, badQueryCode, words.parameterNotConvertible(parameter, operation, type));
}

export function noTargets(action: string): Refusal {
	return new Refusal(400, invalidArgumentCode, words.noTargets(action));
}

/** One name that is not there spoils the whole count. */
export function noSuchTable(name: string): Refusal {
	return new Refusal(400, "0x80040217", words.noSuchTable(name));
}

export function virtualTable(name: string): Refusal {
	return new Refusal(400, invalidArgumentCode, words.virtualTable(name));
}

/** Refusals of queries on definitions. One factory for each kind of failure. */
import * as words from "../../words/sandboxMetadata.ts";
import { incompatibleTypes, propertyNotFound } from "../../words/sandboxQuery.ts";
import { notCollection } from "../../words/sandboxRead.ts";
import { Refusal } from "../service/refusal.ts";
import { badQueryCode } from "../service/serviceRefusals.ts";
import { namespace, type TypeOutline } from "./metadataType.ts";

const qualified = ({ name }: TypeOutline): string => `${namespace}.${name}`;

export function noSuchProperty(name: string, type: TypeOutline): Refusal {
	return new Refusal(400, badQueryCode, propertyNotFound(name, qualified(type)));
}

export function noSuchDefinition(type: TypeOutline, key: string, value: string): Refusal {
	return new Refusal(404, "0x80040217", words.noSuchDefinition(type.name, key, value));
}

export function keyNotValid(type: TypeOutline): Refusal {
	return new Refusal(400, badQueryCode, words.keyNotValid(qualified(type)));
}

export function castNotValid(typeName: string, declared: TypeOutline): Refusal {
	return new Refusal(400, badQueryCode, words.castNotValid(typeName, qualified(declared)));
}

/** No function works in a filter on definitions. Seen in public threads with this status and code. */
export function functionNotForMetadata(name: string): Refusal {
	return new Refusal(501, "0x8006088a", words.functionNotForMetadata(name));
}

export function operatorNotForMetadata(name: string): Refusal {
	return new Refusal(501, "0x8006088a", words.operatorNotForMetadata(name));
}

export function typesDoNotMatch(left: string, right: string, operator: string): Refusal {
	return new Refusal(400, badQueryCode, incompatibleTypes(left, right, operator));
}

export function noSuchMember(literal: string): Refusal {
	return new Refusal(400, badQueryCode, words.noSuchMember(literal));
}

export function filterNotUnderstood(): Refusal {
	return new Refusal(400, badQueryCode, words.filterNotUnderstood());
}

export function filterNotBoolean(): Refusal {
	return new Refusal(400, badQueryCode, words.filterNotBoolean());
}

export function onlyOnCollections(): Refusal {
	return new Refusal(400, badQueryCode, notCollection());
}

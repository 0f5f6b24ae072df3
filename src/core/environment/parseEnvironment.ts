import { parseUrl } from "../base/parseUrl.ts";
import { type Environment, type EnvironmentColour, environmentColours, type SignInSettings } from "./environment.ts";
import { isEnvironmentKind } from "./environmentKind.ts";

/** The version of the stored form of a list; older ones are read as well. */
export const environmentsVersion = 1;

/**
 * Reads a stored list. An entry without id, name or a proper URL is left out, so that one bad entry does not cost the
 * others; a part of another kind is dropped, and a kind that is not known counts as production.
 */
export function parseEnvironments(data: unknown): readonly Environment[] | undefined {
	if (!Array.isArray(data)) return undefined;
	return data.flatMap((item) => parseEnvironment(item) ?? []);
}

function parseEnvironment(item: unknown): Environment | undefined {
	const id = textOf(item, "id");
	const name = textOf(item, "name");
	const url = originOf(textOf(item, "url"));
	if (id === undefined || name === undefined || url === undefined) return undefined;
	const apiUrl = originOf(textOf(item, "apiUrl"));
	const kind = partOf(item, "kind");
	const colour = colourOf(partOf(item, "colour"));
	const tenant = textOf(item, "tenant");
	const signIn = parseSignIn(partOf(item, "signIn"));
	return {
		id,
		name,
		url,
		...(apiUrl !== undefined && { apiUrl }),
		kind: isEnvironmentKind(kind) ? kind : "production",
		...(colour !== undefined && { colour }),
		...(tenant !== undefined && { tenant }),
		...(signIn !== undefined && { signIn }),
		source: "user",
	};
}

/** Undefined where it is none of the ways to sign in that this version knows: then it is asked again. */
export function parseSignIn(item: unknown): SignInSettings | undefined {
	const method = textOf(item, "method");
	const clientId = textOf(item, "clientId");
	const account = textOf(item, "account");
	switch (method) {
		case "interactive":
		case "deviceCode":
			return { method, ...(clientId !== undefined && { clientId }), ...(account !== undefined && { account }) };
		case "clientSecret":
		case "certificate":
			return clientId === undefined ? undefined : { method, clientId };
		case "editor":
			return { method, ...(account !== undefined && { account }) };
		default:
			return undefined;
	}
}

export function colourOf(value: unknown): EnvironmentColour | undefined {
	return environmentColours.find((colour) => colour === value);
}

/** A property of something of any kind. */
export function partOf(item: unknown, name: string): unknown {
	return typeof item === "object" && item !== null && Object.hasOwn(item, name) ? Reflect.get(item, name) : undefined;
}

/** The same where it is a text with something in it. */
export function textOf(item: unknown, name: string): string | undefined {
	const value = partOf(item, name);
	return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function originOf(text: string | undefined): string | undefined {
	const url = text === undefined ? undefined : parseUrl(text);
	return url?.protocol === "https:" || url?.protocol === "http:" ? url.origin : undefined;
}

import type { Outcome } from "../base/outcome.ts";
import type { Cloud } from "./cloud.ts";
import type { Environment, EnvironmentColour, EnvironmentKind } from "./environment.ts";
import { isEnvironmentKind, stricterKind } from "./environmentKind.ts";
import { colourOf, partOf, textOf } from "./parseEnvironment.ts";
import { type EnvironmentUrlProblem, readEnvironmentUrl } from "./readEnvironmentUrl.ts";
import { secretIn } from "./secretIn.ts";
import { stripComments } from "./stripComments.ts";

/** One entry of the file that a workspace shares. */
export interface SharedEnvironment {
	readonly name: string;
	readonly url: string;
	readonly apiUrl?: string;
	/** Absent: the file says nothing, so it tightens nothing; an environment that only the file knows is then production. */
	readonly kind?: EnvironmentKind;
	readonly colour?: EnvironmentColour;
	readonly tenant?: string;
}

/** Why a whole file is refused. */
export type SharedFileProblem =
	| { readonly code: "notJson" }
	/** No list named "environments". */
	| { readonly code: "notAList" }
	/** A newer version of the extension wrote it. */
	| { readonly code: "newer" }
	/** Something in it looks like a secret, which such a file must not hold. `where` is a path without the value. */
	| { readonly code: "secret"; readonly where: string };

/** An entry that was left out. */
export interface SharedEntryProblem {
	/** From 1, as people count. */
	readonly entry: number;
	readonly code: EnvironmentUrlProblem | "unknownKind" | "noUrl";
}

export interface SharedFile {
	readonly environments: readonly SharedEnvironment[];
	readonly problems: readonly SharedEntryProblem[];
}

const version = 1;

/** Reads the text of a shared file. Comments are allowed. */
export function readSharedFile(text: string, clouds: readonly Cloud[]): Outcome<SharedFile, SharedFileProblem> {
	const data = parseJson(text);
	if (data === undefined) return { ok: false, problem: { code: "notJson" } };
	const where = secretIn(data);
	if (where !== undefined) return { ok: false, problem: { code: "secret", where } };
	const written = partOf(data, "version");
	if (typeof written === "number" && written > version) return { ok: false, problem: { code: "newer" } };
	const entries = partOf(data, "environments");
	if (!Array.isArray(entries)) return { ok: false, problem: { code: "notAList" } };
	const environments: SharedEnvironment[] = [];
	const problems: SharedEntryProblem[] = [];
	for (const [index, entry] of entries.entries()) {
		const read = readEntry(entry, clouds);
		if (read.ok) environments.push(read.value);
		else problems.push({ entry: index + 1, code: read.problem });
	}
	return { ok: true, value: { environments, problems } };
}

function readEntry(entry: unknown, clouds: readonly Cloud[]): Outcome<SharedEnvironment, SharedEntryProblem["code"]> {
	const text = textOf(entry, "url");
	if (text === undefined) return { ok: false, problem: "noUrl" };
	const address = readEnvironmentUrl(text, clouds);
	if (!address.ok) return address;
	const kind = partOf(entry, "kind");
	if (kind !== undefined && !isEnvironmentKind(kind)) return { ok: false, problem: "unknownKind" };
	const colour = colourOf(partOf(entry, "colour"));
	const tenant = textOf(entry, "tenant");
	const { url, apiUrl, name } = address.value;
	return {
		ok: true,
		value: {
			name: (textOf(entry, "name") ?? name).trim(),
			url,
			// Only what the rule makes of the URL: a file cannot name a second origin for tokens.
			...(apiUrl !== undefined && { apiUrl }),
			...(kind !== undefined && { kind }),
			...(colour !== undefined && { colour }),
			...(tenant !== undefined && { tenant }),
		},
	};
}

/** Undefined where it is no JSON. */
function parseJson(text: string): unknown {
	try {
		const data: unknown = JSON.parse(stripComments(text.replace(/^\uFEFF/, "")));
		return isDeeper(data, deepest) ? undefined : data;
	} catch {
		return undefined;
	}
}

/** Levels of lists and objects. What is deeper is no such file, and would take more stack than there is. */
const deepest = 20;

function isDeeper(data: unknown, levels: number): boolean {
	if (typeof data !== "object" || data === null) return false;
	return levels === 0 || Object.values(data).some((inner) => isDeeper(inner, levels - 1));
}

/** Id of an environment that only a file knows: what is kept of it belongs to that address and to no other. */
export function sharedId(url: string): string {
	return `workspace:${url}`;
}

/**
 * The person's own list with what files share. A file can add an environment and make the kind of one stricter; nothing
 * else of the person's own changes, whatever the file says. Of two entries for one address the first names it, and the
 * stricter kind holds.
 */
export function mergeShared(own: readonly Environment[], shared: readonly SharedEnvironment[]): readonly Environment[] {
	const known = new Set(own.flatMap(addressesOf));
	const added = new Map<string, Environment>();
	for (const { kind = "production", ...entry } of shared) {
		if (known.has(entry.url) || added.has(entry.url)) continue;
		added.set(entry.url, { ...entry, id: sharedId(entry.url), kind, source: "workspace" });
	}
	return [...own, ...added.values()].map((environment) => tightened(environment, shared));
}

function tightened(environment: Environment, shared: readonly SharedEnvironment[]): Environment {
	const addresses = addressesOf(environment);
	const kinds = shared.flatMap(({ url, kind }) => (addresses.includes(url) && kind !== undefined ? [kind] : []));
	const kind = kinds.reduce(stricterKind, environment.kind);
	return kind === environment.kind ? environment : { ...environment, kind };
}

/** A file that names the API instead of the app means the same environment. */
function addressesOf({ url, apiUrl }: Environment): readonly string[] {
	return apiUrl === undefined ? [url] : [url, apiUrl];
}

/** What is kept of environments between windows. No secret is in any of it: those are in the secret store. */
import type { Environment, SignInSettings } from "../../core/environment/environment.ts";
import {
	environmentsVersion,
	parseEnvironments,
	parseSignIn,
	partOf,
	textOf,
} from "../../core/environment/parseEnvironment.ts";
import type { StoredShape } from "../../host/storedState.ts";

/** The person's own list, and the order of everything that is shown, by id. */
export interface StoredList {
	readonly environments: readonly Environment[];
	readonly order: readonly string[];
}

export const storedList: StoredShape<StoredList> = {
	key: "environments.list",
	version: environmentsVersion,
	empty: { environments: [], order: [] },
	parse: (data) => {
		const environments = parseEnvironments(partOf(data, "environments"));
		return environments && { environments, order: textsOf(partOf(data, "order")) };
	},
};

export interface StoredConsent {
	/** Origins that the person has confirmed, each with the tenant that the file names. */
	readonly places: readonly string[];
	/** How the person signs in there, by id. */
	readonly signIn: Readonly<Record<string, SignInSettings>>;
}

export const storedConsent: StoredShape<StoredConsent> = {
	key: "environments.consent",
	version: 1,
	empty: { places: [], signIn: {} },
	parse: (data) => ({
		places: textsOf(partOf(data, "places")),
		signIn: recordOf(partOf(data, "signIn"), parseSignIn),
	}),
};

/** What was learnt of environments, by id. */
export type StoredVersions = Readonly<Record<string, string>>;

export const storedVersions: StoredShape<StoredVersions> = {
	key: "environments.versions",
	version: 1,
	empty: {},
	parse: (data) => recordOf(data, (value) => (typeof value === "string" ? value : undefined)),
};

/** The environment that this workspace uses where nothing else is said. Read while a window starts. */
export const storedCurrent: StoredShape<string> = {
	key: "environments.current",
	version: 1,
	empty: "",
	parse: (data) => (typeof data === "string" ? data : undefined),
};

/** Which environment was chosen for which document, the latest choice last. */
export type StoredDocuments = readonly (readonly [uri: string, id: string])[];

export const storedDocuments: StoredShape<StoredDocuments> = {
	key: "environments.documents",
	version: 1,
	empty: [],
	parse: (data) =>
		Array.isArray(data)
			? data.flatMap((pair): StoredDocuments => {
					const [uri, id] = [textOf(pair, "0"), textOf(pair, "1")];
					return uri === undefined || id === undefined ? [] : [[uri, id]];
				})
			: undefined,
};

function textsOf(data: unknown): readonly string[] {
	return Array.isArray(data) ? data.filter((item): item is string => typeof item === "string") : [];
}

function recordOf<Value>(data: unknown, parse: (value: unknown) => Value | undefined): Readonly<Record<string, Value>> {
	if (typeof data !== "object" || data === null) return {};
	const entries = Object.entries(data).flatMap(([key, value]) => {
		const parsed = parse(value);
		return parsed === undefined ? [] : [[key, parsed] as const];
	});
	return Object.fromEntries(entries);
}

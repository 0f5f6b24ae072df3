const version = 1;

/**
 * What an entry of the secret store keeps of MSAL's cache, for one account alone. Access tokens and id tokens are left out:
 * each is as long as all the rest, they come anew with each renewal, and some secret stores hold few thousand characters.
 */
const keptSections = ["Account", "RefreshToken", "AppMetadata"] as const;

type Section = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Sections = Readonly<Record<(typeof keptSections)[number], Section>>;

/** An entry as it is read: what a newer version wrote is not understood and must not be written over. */
export type ReadEntry = { readonly state: "there"; readonly cache: string } | { readonly state: "none" | "newer" };

export function readEntry(stored: string | undefined): ReadEntry {
	const envelope = parseObject(stored ?? "");
	if (envelope === undefined || typeof envelope.version !== "number") return { state: "none" };
	if (envelope.version > version) return { state: "newer" };
	const sections = sectionsOf(envelope.cache);
	return Object.keys(sections.Account).length === 0
		? { state: "none" }
		: { state: "there", cache: JSON.stringify(sections) };
}

export function writeEntry(cache: string): string {
	return JSON.stringify({ version, cache: JSON.parse(cache) as unknown });
}

/**
 * What is to be stored after MSAL changed its cache: the account's own entities, over what another window has stored
 * meanwhile. A refresh token of another client id stays; of the same one the newest counts, which is ours.
 */
export function mergeCaches(stored: string | undefined, changed: string, homeAccountId: string): string {
	const before = sectionsOf(parseObject(stored ?? ""));
	const after = sectionsOf(parseObject(changed));
	const merged = Object.fromEntries(
		keptSections.map((name) => [name, { ...before[name], ...ownOf(after[name], name, homeAccountId) }]),
	);
	return JSON.stringify(merged);
}

/** Who is in a cache of MSAL. */
export function accountsIn(cache: string): readonly CachedAccount[] {
	return Object.values(sectionsOf(parseObject(cache)).Account).flatMap((entity) => {
		const { home_account_id: id, username, realm, environment } = entity;
		if (typeof id !== "string" || id === "") return [];
		return [{ id, name: textOf(username) || id, tenant: textOf(realm), host: textOf(environment) }];
	});
}

export function refreshTokensIn(cache: string): readonly string[] {
	return Object.values(sectionsOf(parseObject(cache)).RefreshToken).flatMap(({ secret }) =>
		typeof secret === "string" ? [secret] : [],
	);
}

export interface CachedAccount {
	readonly id: string;
	readonly name: string;
	readonly tenant: string;
	/** Host of the authority. */
	readonly host: string;
}

function ownOf(section: Section, name: (typeof keptSections)[number], homeAccountId: string): Section {
	if (name === "AppMetadata") return section;
	return Object.fromEntries(Object.entries(section).filter(([, entity]) => entity.home_account_id === homeAccountId));
}

function sectionsOf(data: unknown): Sections {
	const all: Readonly<Record<string, unknown>> = isObject(data) ? data : {};
	const section = (name: string): Section => {
		const found = all[name];
		if (!isObject(found)) return {};
		return Object.fromEntries(
			Object.entries(found).filter((pair): pair is [string, Record<string, unknown>] => isObject(pair[1])),
		);
	};
	return { Account: section("Account"), RefreshToken: section("RefreshToken"), AppMetadata: section("AppMetadata") };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const parsed: unknown = JSON.parse(text);
		return isObject(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
	return typeof value === "string" ? value : "";
}

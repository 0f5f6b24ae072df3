import type { Account } from "./auth.ts";

/** An account and where its entry is. */
export interface KnownAccount extends Account {
	/** Origin of the authority that knows it. */
	readonly authority: string;
}

/** What is in the secret store, which cannot be asked for its keys. Holds no secret itself. */
export interface StoreIndex {
	readonly accounts: readonly KnownAccount[];
	/** Ids of environments with a secret or certificate. */
	readonly secrets: readonly string[];
}

export const emptyIndex: StoreIndex = { accounts: [], secrets: [] };

const version = 1;

/** "newer": written by a newer version, to be left as it is. What is damaged reads as empty, and is written anew. */
export function readIndex(stored: string | undefined): StoreIndex | "newer" {
	let parsed: unknown;
	try {
		parsed = JSON.parse(stored ?? "{}");
	} catch {
		return emptyIndex;
	}
	const fields: Readonly<Record<string, unknown>> = typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
	if (typeof fields.version === "number" && fields.version > version) return "newer";
	const accounts = Array.isArray(fields.accounts) ? fields.accounts.filter(isAccount) : [];
	const secrets = Array.isArray(fields.secrets) ? fields.secrets.filter((id) => typeof id === "string") : [];
	return { accounts, secrets };
}

export function writeIndex({ accounts, secrets }: StoreIndex): string {
	return JSON.stringify({ version, accounts, secrets });
}

function isAccount(value: unknown): value is KnownAccount {
	if (typeof value !== "object" || value === null) return false;
	const { id, name, tenant, authority } = value as Readonly<Record<keyof KnownAccount, unknown>>;
	return [id, name, tenant, authority].every((text) => typeof text === "string");
}

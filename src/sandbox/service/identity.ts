/**
 * Who and what every sandbox has from its first moment, with the same ids in each: `WhoAmI`, the session of a request
 * and the sample rows speak of these. Their rows are written when a database is made, also without sample rows.
 */
export const organization = {
	id: "5a4d0b0c-6f72-4a01-8000-000000000001",
	/** As a tenant would be named in a sign-in challenge. */
	tenantId: "5a4d0b0c-7465-4a02-8000-000000000001",
	name: "Sandbox",
} as const;

export const rootBusinessUnit = {
	id: "5a4d0b0c-6275-4a03-8000-000000000001",
	/** The service names the root business unit after the organization. */
	name: organization.name,
	/** Each business unit has a default team of the same name. */
	teamId: "5a4d0b0c-746d-4a04-8000-000000000001",
} as const;

/** The currency that every `_base` column is in. */
export const baseCurrency = {
	id: "5a4d0b0c-6375-4a05-8000-000000000001",
	code: "EUR",
	name: "Euro",
	symbol: "€",
} as const;

/** What a session needs of a user. Sample users are more; theirs stands in `systemuser` and `usersettings`. */
export interface KnownUser {
	readonly id: string;
	/** What `CallerObjectId` names. */
	readonly objectId: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly domainName: string;
	/** A code of `timeZones.ts`, as `usersettings` keeps it. */
	readonly timeZoneCode: number;
	/** Language tag of formats. */
	readonly locale: string;
}

/** Owns the token: whoever calls without impersonation is this user. */
export const adminUser: KnownUser = {
	id: "5a4d0b0c-7573-4a06-8000-000000000001",
	objectId: "5a4d0b0c-6f69-4a07-8000-000000000001",
	firstName: "Alex",
	lastName: "Admin",
	domainName: "alex.admin@sandbox.example",
	timeZoneCode: 110,
	locale: "en-US",
};

/** To act for: on the other side of midnight from the first one for many hours of each day. */
export const secondUser: KnownUser = {
	id: "5a4d0b0c-7573-4a06-8000-000000000002",
	objectId: "5a4d0b0c-6f69-4a07-8000-000000000002",
	firstName: "Noa",
	lastName: "Night",
	domainName: "noa.night@sandbox.example",
	timeZoneCode: 4,
	locale: "en-US",
};

export const knownUsers: readonly KnownUser[] = [adminUser, secondUser];

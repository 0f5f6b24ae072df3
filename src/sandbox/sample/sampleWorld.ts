import { Draws, mixed } from "./draws.ts";
import { day, moment, type Put, type Reference } from "./sampleRow.ts";

/** Tables with sample rows in the order in which they are written. Ids are made of the place here: add at the end only. */
export const sampleTableNames = [
	"transactioncurrency",
	"businessunit",
	"systemuser",
	"usersettings",
	"team",
	"account",
	"contact",
	"lead",
	"opportunity",
	"incident",
	"task",
	"phonecall",
	"annotation",
	"msdyn_sessionevent",
	"msdyn_ocphonecallengagementctx",
	"msdyn_ocprovisioningstate",
	"msdyn_octwitterhandleprovisioningstatus",
	"msdyn_octwitterhandlesecret",
	"msdyn_octwitterapplication",
] as const;

export type SampleTableName = (typeof sampleTableNames)[number];

/** Who can own rows. */
export interface Owner {
	readonly kind: "systemuser" | "team";
	readonly id: string;
	readonly businessUnitId: string;
}

export interface Currency {
	readonly id: string;
	readonly code: string;
	/** Units of this currency for one of the base currency. */
	readonly exchangeRate: number;
}

/** What all rows of one sample are made from. */
export interface SampleWorld {
	/** Which sample of this sandbox it is, from 0. */
	readonly batch: number;
	/** Made from the seed and the batch by `idFormsOf`; all other choices follow from them. */
	readonly idForms: Readonly<Record<SampleTableName, IdForm>>;
	/** The moment before which everything happened, milliseconds since 1970. */
	readonly anchor: number;
	readonly counts: ReadonlyMap<SampleTableName, number>;
	/** Users and teams; users first. At least one user. */
	readonly owners: readonly Owner[];
	/** The base currency first. */
	readonly currencies: readonly Currency[];
}

export function countOf(world: SampleWorld, table: SampleTableName): number {
	return world.counts.get(table) ?? 0;
}

/** The random choices for one row. */
export function drawsFor(world: SampleWorld, table: SampleTableName, index: number): Draws {
	return new Draws(world.idForms[table].start, index);
}

/** Ids of one table follow one another, as those of the service do: rows are then written in the order of their keys. */
export function sampleId({ idForms }: SampleWorld, table: SampleTableName, index: number): string {
	const { start, rest } = idForms[table];
	return hex(start + index, 8) + rest;
}

/** What the ids of one table of one sample have in common. */
export interface IdForm {
	readonly start: number;
	readonly rest: string;
}

/** @param batch which sample of this sandbox it is, from 0: the ids of two samples have nothing in common. */
export function idFormsOf(seed: number, batch: number): Readonly<Record<SampleTableName, IdForm>> {
	const forms = sampleTableNames.map((table, place) => {
		const start = mixed(seed, batch, place);
		const tail = mixed(start, seed);
		const rest = `-${hex(mixed(start), 4)}-4${hex(batch, 3)}-8${hex(place, 3)}-${hex(tail, 8)}${hex(mixed(tail), 4)}`;
		return [table, { start, rest }];
	});
	return Object.fromEntries(forms) as Record<SampleTableName, IdForm>;
}

function hex(number: number, digits: number): string {
	return (number >>> 0).toString(16).padStart(8, "0").slice(-digits);
}

/** A random row of a table, or null where it has none. */
export function referenceTo(world: SampleWorld, table: SampleTableName, draws: Draws): Reference | null {
	const count = countOf(world, table);
	return count === 0 ? null : { table, id: sampleId(world, table, draws.below(count)) };
}

/** Rows begin over two years: the first two years before the anchor, the last shortly before it. */
export function createdAt(world: SampleWorld, table: SampleTableName, index: number, draws: Draws): number {
	const span = 730 * day;
	const count = Math.max(1, countOf(world, table));
	return Math.floor(world.anchor - span + (span * (index + draws.next())) / count);
}

/** The columns that the service keeps on a row somebody owns. */
export function ownedBy(put: Put, owner: Owner, world: SampleWorld, created: number, draws: Draws): void {
	const isUser = owner.kind === "systemuser";
	const keeper = isUser ? owner.id : (world.owners[0]?.id ?? owner.id);
	const modified = draws.chance(0.7) ? created + draws.next() * (world.anchor - created) : created;
	put("ownerid", { table: owner.kind, id: owner.id });
	put("owninguser", isUser ? owner.id : null);
	put("owningteam", isUser ? null : owner.id);
	put("owningbusinessunit", owner.businessUnitId);
	put("createdby", keeper);
	put("modifiedby", keeper);
	put("createdon", moment(created));
	put("modifiedon", moment(modified));
}

export function baseCurrencyOf({ currencies }: SampleWorld): Currency {
	const [base] = currencies;
	if (base === undefined) throw new Error("A sample needs the base currency.");
	return base;
}

/** The base amount: the amount divided by the rate, with four digits as the service keeps it. */
export function inBase(amount: number | null, currency: Currency): number | null {
	return amount === null ? null : Math.round((amount / currency.exchangeRate) * 10_000) / 10_000;
}

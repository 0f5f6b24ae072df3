import { baseCurrency, knownUsers } from "../service/identity.ts";
import { listActivity } from "../write/activityList.ts";
import { writeMemberships } from "./memberships.ts";
import { type RowPlace, RowWriter } from "./rowWriter.ts";
import { samplePlan } from "./samplePlan.ts";
import { samplesTable } from "./samplesTable.ts";
import { sampleTables } from "./sampleTables.ts";
import { withoutIndexes } from "./withoutIndexes.ts";
import {
	type Currency,
	idFormsOf,
	type Owner,
	sampleId,
	sampleTableNames,
	type SampleTableName,
	type SampleWorld,
} from "./sampleWorld.ts";

export interface SampleOptions {
	/** How many rows are added, all tables together. */
	readonly rows: number;
	/** A whole number; the same gives the same rows. */
	readonly seed: number;
	/** The moment before which everything happened, milliseconds since 1970. */
	readonly anchor: number;
	/** Rows of each table instead of the usual mixture of `rows`. */
	readonly counts?: ReadonlyMap<SampleTableName, number>;
	/** Told every few thousand rows; the answer false gives up, and nothing is added. */
	readonly progress?: (done: number, all: number) => boolean;
}

/** How many rows were added to each table. Undefined where `progress` gave up. */
export type SampleReport = ReadonlyMap<SampleTableName, number>;

const progressStep = 2000;

/** Adds sample rows to what is there, in one transaction. The rows of `writeIdentity` must be there. */
export function addSample(place: RowPlace, options: SampleOptions): SampleReport | undefined {
	samplesTable(place.database);
	const batch = Number(place.database.get('SELECT max(batch) + 1 AS next FROM "sandbox$samples"')?.next ?? 0);
	const plan = options.counts ?? samplePlan(options.rows, !hasSampleUsers(place));
	for (const name of plan.keys()) {
		const table = place.schema.table(name);
		if (table !== undefined) place.store.ensure(table);
	}
	try {
		return place.database.transaction(() => {
			const written = write(place, options, batch, plan);
			const record = 'INSERT INTO "sandbox$samples" (batch, seed, anchor, rows) VALUES (?, ?, ?, ?)';
			place.database.run(record, batch, options.seed, options.anchor, total(written));
			return written;
		});
	} catch (error) {
		if (error instanceof GivenUp) return undefined;
		throw error;
	}
}

/** The organization comes once: with it come users beside the two that every sandbox has. */
function hasSampleUsers({ database }: RowPlace): boolean {
	return Number(database.get("SELECT count(*) AS users FROM systemuser")?.users) > knownUsers.length;
}

/** Ends the transaction from within. */
class GivenUp extends Error {}

const total = (counts: ReadonlyMap<SampleTableName, number>): number =>
	[...counts.values()].reduce((sum, count) => sum + count, 0);

function write(
	place: RowPlace,
	{ seed, anchor, progress }: SampleOptions,
	batch: number,
	counts: ReadonlyMap<SampleTableName, number>,
): SampleReport {
	const all = total(counts);
	const written = new Map<SampleTableName, number>();
	let done = 0;
	let world: SampleWorld = { batch, idForms: idFormsOf(seed, batch), anchor, counts, owners: [], currencies: [base] };
	for (const name of sampleTableNames) {
		const count = counts.get(name) ?? 0;
		const table = place.schema.table(name);
		if (count === 0 || table === undefined) continue;
		// From here on rows belong to users and are worth something in currencies: those of this sample among them.
		if (world.owners.length === 0 && !organizationTables.has(name)) world = { ...world, ...peopleAndMoney(place) };
		const { row } = sampleTables[name];
		withoutIndexes(place.database, name, count, () => {
			const writer = new RowWriter(place, table);
			for (let index = 0; index < count; index++) {
				row(index, world, writer.put);
				writer.store();
				done += 1;
				if (done % progressStep === 0 && progress?.(done, all) === false) throw new GivenUp();
			}
		});
		listActivity(place, table);
		written.set(name, count);
	}
	writeMemberships(place, teamMembers(world));
	return written;
}

/** Tables whose rows have no owner and come before the others. */
const organizationTables: ReadonlySet<SampleTableName> = new Set([
	"transactioncurrency",
	"businessunit",
	"systemuser",
	"usersettings",
	"team",
]);

const base: Currency = { id: baseCurrency.id, code: baseCurrency.code, exchangeRate: 1 };

/** Enabled users, then teams; the base currency, then the others. In the order of their ids, so that it is always the same. */
function peopleAndMoney({ database }: RowPlace): Pick<SampleWorld, "owners" | "currencies"> {
	const users = database.all(
		"SELECT systemuserid AS id, businessunitid AS unit FROM systemuser WHERE isdisabled = 0 ORDER BY 1",
	);
	const teams = database.all("SELECT teamid AS id, businessunitid AS unit FROM team WHERE teamtype = 0 ORDER BY 1");
	const rates = database.all(
		"SELECT transactioncurrencyid AS id, isocurrencycode AS code, exchangerate AS rate FROM transactioncurrency ORDER BY 1",
	);
	const owner =
		(kind: Owner["kind"]) =>
		(row: (typeof users)[number]): Owner => ({
			kind,
			id: String(row.id),
			businessUnitId: String(row.unit),
		});
	return {
		owners: [...users.map(owner("systemuser")), ...teams.map(owner("team"))],
		currencies: [
			base,
			...rates.flatMap(({ id, code, rate }) =>
				id === base.id ? [] : [{ id: String(id), code: String(code), exchangeRate: Number(rate) }],
			),
		],
	};
}

/** Each team of this sample has every third user of it, beginning at another place. */
function teamMembers(world: SampleWorld): ReadonlyMap<string, readonly string[]> {
	const users = world.counts.get("systemuser") ?? 0;
	const members = new Map<string, readonly string[]>();
	for (let team = 0; team < (world.counts.get("team") ?? 0); team++) {
		const places = Array.from({ length: users }, (_, user) => user).filter((user) => (user + team) % 3 === 0);
		members.set(
			sampleId(world, "team", team),
			places.map((user) => sampleId(world, "systemuser", user)),
		);
	}
	return members;
}

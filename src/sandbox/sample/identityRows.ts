import { adminUser, baseCurrency, knownUsers, organization, rootBusinessUnit } from "../service/identity.ts";
import { quoted } from "../storage/sqlNames.ts";
import { moment, putAll, type SampleValue } from "./sampleRow.ts";
import { type RowPlace, RowWriter } from "./rowWriter.ts";
import { writeMemberships } from "./memberships.ts";
import { settingsDefaults, userDefaults } from "./tables/people.ts";

/**
 * Writes those rows of service/identity.ts that are not there; afterwards `WhoAmI` names rows that are.
 *
 * @param now when they are said to have been made, milliseconds since 1970.
 */
export function writeIdentity(place: RowPlace, now: number): void {
	place.database.transaction(() => {
		for (const [name, rows] of Object.entries(identityRows(now))) writeRows(place, name, rows);
		const members = knownUsers.map(({ id }) => id);
		writeMemberships(place, new Map([[rootBusinessUnit.teamId, members]]));
	});
}

type SampleRow = Readonly<Record<string, SampleValue>>;

/** Rows of one table, all with the same columns. A table that the schema does not have is left out. */
function writeRows(place: RowPlace, name: string, rows: readonly SampleRow[]): void {
	const table = place.schema.table(name);
	if (table === undefined) return;
	const writer = new RowWriter(place, table);
	const there = `SELECT 1 FROM ${quoted(name)} WHERE ${quoted(table.primaryId)} = ?`;
	for (const row of rows) {
		const id = row[table.primaryId];
		if (typeof id !== "string" || place.database.get(there, id) !== undefined) continue;
		putAll(writer.put, row);
		writer.store();
	}
}

function identityRows(now: number): Readonly<Record<string, readonly SampleRow[]>> {
	const kept = {
		createdon: moment(now),
		modifiedon: moment(now),
		createdby: { table: "systemuser", id: adminUser.id },
		modifiedby: { table: "systemuser", id: adminUser.id },
	};
	const inBaseCurrency = {
		transactioncurrencyid: { table: "transactioncurrency", id: baseCurrency.id },
		exchangerate: 1,
	};
	return {
		transactioncurrency: [currencyRow(kept)],
		organization: [organizationRow(kept)],
		businessunit: [businessUnitRow({ ...inBaseCurrency, ...kept })],
		team: [teamRow({ ...inBaseCurrency, ...kept })],
		systemuser: userRows({ ...inBaseCurrency, ...kept }),
		usersettings: knownUsers.map(({ id, timeZoneCode }) => ({
			systemuserid: id,
			...settingsDefaults,
			timezonecode: timeZoneCode,
			...kept,
		})),
	};
}

function currencyRow(kept: SampleRow): SampleRow {
	return {
		transactioncurrencyid: baseCurrency.id,
		isocurrencycode: baseCurrency.code,
		currencyname: baseCurrency.name,
		currencysymbol: baseCurrency.symbol,
		currencyprecision: 2,
		currencytype: 0,
		exchangerate: 1,
		...kept,
		statecode: 0,
		statuscode: 1,
	};
}

function organizationRow(kept: SampleRow): SampleRow {
	return {
		organizationid: organization.id,
		name: organization.name,
		basecurrencyid: { table: "transactioncurrency", id: baseCurrency.id },
		basecurrencyprecision: 2,
		currencydecimalprecision: 2,
		currencydisplayoption: 0,
		currencyformatcode: 0,
		fullnameconventioncode: 1,
		localeid: 1033,
		languagecode: 1033,
		...kept,
	};
}

function businessUnitRow(kept: SampleRow): SampleRow {
	return {
		businessunitid: rootBusinessUnit.id,
		name: rootBusinessUnit.name,
		parentbusinessunitid: null,
		organizationid: { table: "organization", id: organization.id },
		isdisabled: false,
		...kept,
	};
}

function teamRow(kept: SampleRow): SampleRow {
	return {
		teamid: rootBusinessUnit.teamId,
		name: rootBusinessUnit.name,
		teamtype: 0,
		membershiptype: 0,
		administratorid: { table: "systemuser", id: adminUser.id },
		businessunitid: { table: "businessunit", id: rootBusinessUnit.id },
		organizationid: organization.id,
		isdefault: true,
		systemmanaged: true,
		...kept,
	};
}

function userRows(kept: SampleRow): readonly SampleRow[] {
	return knownUsers.map(({ id, objectId, firstName, lastName, domainName }) => ({
		systemuserid: id,
		azureactivedirectoryobjectid: objectId,
		firstname: firstName,
		lastname: lastName,
		fullname: `${firstName} ${lastName}`,
		domainname: domainName,
		internalemailaddress: domainName,
		businessunitid: { table: "businessunit", id: rootBusinessUnit.id },
		parentsystemuserid: id === adminUser.id ? null : { table: "systemuser", id: adminUser.id },
		organizationid: organization.id,
		...userDefaults,
		isdisabled: false,
		...kept,
	}));
}

import { adminUser, organization, rootBusinessUnit } from "../../service/identity.ts";
import { day, moment, type Put, type SampleTable } from "../sampleRow.ts";
import { baseCurrencyOf, countOf, sampleId, type SampleWorld } from "../sampleWorld.ts";

/** Before all other rows. */
const begin = (world: SampleWorld): string => moment(world.anchor - 740 * day);

/** What the service keeps on a row that came with the sandbox. */
export function keptBySystem(put: Put, world: SampleWorld): void {
	put("createdby", adminUser.id);
	put("modifiedby", adminUser.id);
	put("createdon", begin(world));
	put("modifiedon", begin(world));
}

/** Two regions below the root, and the rest below these. */
const units = ["Europe", "Overseas", "Sales North", "Sales South", "Service", "Verkauf Süd", "大阪支店"] as const;

export const unitLimit = units.length;

const unitParent = (index: number): number | undefined => (index < 2 ? undefined : index % 2);

export const businessUnits: SampleTable = {
	name: "businessunit",
	row(index, world, put) {
		const parent = unitParent(index);
		put("businessunitid", sampleId(world, "businessunit", index));
		put("name", units[index] ?? `Unit ${index + 1}`);
		put("parentbusinessunitid", {
			table: "businessunit",
			id: parent === undefined ? rootBusinessUnit.id : sampleId(world, "businessunit", parent),
		});
		put("organizationid", { table: "organization", id: organization.id });
		put("isdisabled", false);
		put("costcenter", String(100 + index));
		put("transactioncurrencyid", { table: "transactioncurrency", id: baseCurrencyOf(world).id });
		put("exchangerate", 1);
		keptBySystem(put, world);
	},
};

/** Users and teams are spread over all business units, the root among them. */
export const unitOf = (world: SampleWorld, index: number): string => {
	const count = countOf(world, "businessunit");
	return count === 0 || index % (count + 1) === count
		? rootBusinessUnit.id
		: sampleId(world, "businessunit", index % (count + 1));
};

const teamNames = ["Key Accounts", "Inside Sales", "Support 24/7", "Équipe Sud", "Night Shift", "導入チーム"] as const;

export const teamLimit = teamNames.length;

export const teams: SampleTable = {
	name: "team",
	row(index, world, put) {
		put("teamid", sampleId(world, "team", index));
		put("name", teamNames[index] ?? `Team ${index + 1}`);
		put("teamtype", 0);
		put("membershiptype", 0);
		put("administratorid", { table: "systemuser", id: adminUser.id });
		put("businessunitid", { table: "businessunit", id: unitOf(world, index) });
		put("organizationid", organization.id);
		put("isdefault", false);
		put("systemmanaged", false);
		put("description", null);
		keptBySystem(put, world);
	},
};

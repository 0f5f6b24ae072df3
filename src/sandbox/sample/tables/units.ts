import { adminUser, organization, rootBusinessUnit } from "../../service/identity.ts";
import { day, moment, type SampleTable } from "../sampleRow.ts";
import { baseCurrencyOf, countOf, sampleId, type SampleWorld } from "../sampleWorld.ts";

/** Before all other rows. */
const begin = (world: SampleWorld): string => moment(world.anchor - 740 * day);

/** What the service keeps on a row that came with the sandbox. */
export const keptBySystem = (world: SampleWorld) => ({
	createdby: { table: "systemuser", id: adminUser.id },
	modifiedby: { table: "systemuser", id: adminUser.id },
	createdon: begin(world),
	modifiedon: begin(world),
});

/** Two regions below the root, and the rest below these. */
const units = ["Europe", "Overseas", "Sales North", "Sales South", "Service", "Verkauf Süd", "大阪支店"] as const;

export const unitLimit = units.length;

const unitParent = (index: number): number | undefined => (index < 2 ? undefined : index % 2);

export const businessUnits: SampleTable = {
	name: "businessunit",
	row(index, world) {
		const parent = unitParent(index);
		return {
			businessunitid: sampleId(world, "businessunit", index),
			name: units[index] ?? `Unit ${index + 1}`,
			parentbusinessunitid: {
				table: "businessunit",
				id: parent === undefined ? rootBusinessUnit.id : sampleId(world, "businessunit", parent),
			},
			organizationid: { table: "organization", id: organization.id },
			isdisabled: false,
			costcenter: String(100 + index),
			transactioncurrencyid: { table: "transactioncurrency", id: baseCurrencyOf(world).id },
			exchangerate: 1,
			...keptBySystem(world),
		};
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
	row(index, world) {
		return {
			teamid: sampleId(world, "team", index),
			name: teamNames[index] ?? `Team ${index + 1}`,
			teamtype: 0,
			membershiptype: 0,
			administratorid: { table: "systemuser", id: adminUser.id },
			businessunitid: { table: "businessunit", id: unitOf(world, index) },
			organizationid: organization.id,
			isdefault: false,
			systemmanaged: false,
			description: null,
			...keptBySystem(world),
		};
	},
};

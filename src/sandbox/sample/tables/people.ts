import { adminUser, organization, secondUser } from "../../service/identity.ts";
import { germany } from "../regions/europe.ts";
import { regions } from "../regions/regions.ts";
import type { SampleTable } from "../sampleRow.ts";
import { baseCurrencyOf, drawsFor, sampleId } from "../sampleWorld.ts";
import { phoneNumber } from "./accounts.ts";
import { personOf } from "./contacts.ts";
import { keptBySystem, unitOf } from "./units.ts";

const regionOf = (index: number) => regions[index % regions.length] ?? germany;

const userTitles = ["Head of Sales", "Team Lead", "Account Manager", "Service Agent", "Back Office"] as const;

export const users: SampleTable = {
	name: "systemuser",
	row(index, world) {
		const draws = drawsFor(world, "systemuser", index);
		const region = regionOf(index);
		const { first, family } = personOf(region, draws);
		const domainName = `${first.ascii}.${family.ascii}.${index + 1}@sandbox.example`;
		// Everybody reports to one of those before them: the chain ends at the two users that every sandbox has.
		const manager =
			index < 3
				? index === 0
					? adminUser.id
					: secondUser.id
				: sampleId(world, "systemuser", Math.floor(index / 3) - 1);
		return {
			systemuserid: sampleId(world, "systemuser", index),
			azureactivedirectoryobjectid: sampleId(world, "usersettings", index),
			firstname: first.text,
			lastname: family.text,
			fullname: `${first.text} ${family.text}`,
			domainname: domainName,
			internalemailaddress: domainName,
			title: userTitles[Math.min(index, draws.between(1, userTitles.length - 1))] ?? null,
			address1_telephone1: draws.maybe(0.7, phoneNumber(region, draws)),
			address1_city: draws.pick(region.cities).name,
			address1_country: region.country,
			businessunitid: { table: "businessunit", id: unitOf(world, index) },
			parentsystemuserid: { table: "systemuser", id: manager },
			organizationid: organization.id,
			...userDefaults,
			/** One in twelve has left. */
			isdisabled: index % 12 === 11,
			transactioncurrencyid: { table: "transactioncurrency", id: baseCurrencyOf(world).id },
			exchangerate: 1,
			...keptBySystem(world),
		};
	},
};

/** What the service fills in for an ordinary user with a licence. */
export const userDefaults = {
	accessmode: 0,
	azurestate: 0,
	caltype: 0,
	emailrouteraccessapproval: 1,
	incomingemaildeliverymethod: 2,
	outgoingemaildeliverymethod: 2,
	invitestatuscode: 4,
	islicensed: true,
	isintegrationuser: false,
	issyncwithdirectory: true,
	isactivedirectoryuser: true,
	setupuser: false,
	systemmanagedusertype: 0,
	userlicensetype: 0,
	deletedstate: 0,
} as const;

export const userSettings: SampleTable = {
	name: "usersettings",
	row(index, world) {
		return {
			systemuserid: sampleId(world, "systemuser", index),
			...settingsDefaults,
			timezonecode: regionOf(index).timeZoneCode,
			...keptBySystem(world),
		};
	},
};

export const settingsDefaults = {
	localeid: 1033,
	uilanguageid: 1033,
	helplanguageid: 1033,
	paginglimit: 50,
	currencydecimalprecision: 2,
	dateformatstring: "M/d/yyyy",
	timeformatstring: "h:mm tt",
} as const;

import { adminUser, organization, secondUser } from "../../service/identity.ts";
import { germany } from "../regions/europe.ts";
import { regions } from "../regions/regions.ts";
import { putAll, type SampleTable } from "../sampleRow.ts";
import { baseCurrencyOf, drawsFor, sampleId } from "../sampleWorld.ts";
import { phoneNumber } from "./accounts.ts";
import { personOf } from "./contacts.ts";
import { keptBySystem, unitOf } from "./units.ts";

const regionOf = (index: number) => regions[index % regions.length] ?? germany;

const userTitles = ["Head of Sales", "Team Lead", "Account Manager", "Service Agent", "Back Office"] as const;

export const users: SampleTable = {
	name: "systemuser",
	row(index, world, put) {
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
		put("systemuserid", sampleId(world, "systemuser", index));
		put("azureactivedirectoryobjectid", sampleId(world, "usersettings", index));
		put("firstname", first.text);
		put("lastname", family.text);
		put("fullname", `${first.text} ${family.text}`);
		put("domainname", domainName);
		put("internalemailaddress", domainName);
		put("title", userTitles[Math.min(index, draws.between(1, userTitles.length - 1))] ?? null);
		put("address1_telephone1", draws.maybe(0.7, phoneNumber(region, draws)));
		put("address1_city", draws.pick(region.cities).name);
		put("address1_country", region.country);
		put("businessunitid", { table: "businessunit", id: unitOf(world, index) });
		put("parentsystemuserid", { table: "systemuser", id: manager });
		put("organizationid", organization.id);
		putAll(put, userDefaults);
		/** One in twelve has left. */
		put("isdisabled", index % 12 === 11);
		put("transactioncurrencyid", { table: "transactioncurrency", id: baseCurrencyOf(world).id });
		put("exchangerate", 1);
		keptBySystem(put, world);
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
	row(index, world, put) {
		put("systemuserid", sampleId(world, "systemuser", index));
		putAll(put, settingsDefaults);
		put("timezonecode", regionOf(index).timeZoneCode);
		keptBySystem(put, world);
	},
};

export const settingsDefaults = {
	localeid: 1033,
	uilanguageid: 1033,
	helplanguageid: 1033,
	paginglimit: 50,
	currencydecimalprecision: 2,
	pricingdecimalprecision: 2,
	dateformatstring: "M/d/yyyy",
	timeformatstring: "h:mm tt",
} as const;

import type { Draws } from "../draws.ts";
import type { Name, Region } from "../regions/region.ts";
import { regions } from "../regions/regions.ts";
import { day, moment, type SampleTable } from "../sampleRow.ts";
import {
	baseCurrencyOf,
	countOf,
	createdAt,
	drawsFor,
	inBase,
	ownedBy,
	sampleId,
	type SampleWorld,
} from "../sampleWorld.ts";
import { type AccountFacts, accountFacts, phoneNumber, streetLine } from "./accounts.ts";

/** What other tables take over from a contact. */
export interface ContactFacts {
	readonly id: string;
	readonly person: Person;
	readonly email: string;
	/** Place of the account the person works for. */
	readonly account: number | undefined;
	readonly region: Region;
}

export interface Person {
	readonly first: Name;
	readonly family: Name;
	readonly woman: boolean;
}

export function personOf(region: Region, draws: Draws): Person {
	const woman = draws.chance(0.5);
	return { first: draws.pick(woman ? region.women : region.men), family: draws.pick(region.families), woman };
}

/** The first contacts are the primary contacts of the accounts, one each; the rest gather where chance puts them. */
function accountOf(world: SampleWorld, index: number): number | undefined {
	const accounts = countOf(world, "account");
	if (index < accounts) return index;
	const draws = drawsFor(world, "contact", -1_000_000_000 - index);
	return accounts === 0 || draws.chance(0.1) ? undefined : Math.floor(draws.next() ** 2 * accounts);
}

export function contactFacts(world: SampleWorld, index: number): ContactFacts {
	const account = accountOf(world, index);
	return factsOf(world, index, account, account === undefined ? undefined : accountFacts(world, account));
}

function factsOf(
	world: SampleWorld,
	index: number,
	account: number | undefined,
	employer: AccountFacts | undefined,
): ContactFacts {
	const draws = drawsFor(world, "contact", -1 - index);
	const region = employer?.region ?? draws.pick(regions);
	const person = personOf(region, draws);
	/** The number keeps addresses apart: they are an alternate key. */
	const mark = `${world.batch === 0 ? "" : `${world.batch}-`}${index + 1}`;
	const email = `${person.first.ascii}.${person.family.ascii}.${mark}@${employer?.domain ?? "mail.example"}`;
	return { id: sampleId(world, "contact", index), person, email, account, region };
}

const jobs = [
	["Buyer", "Purchasing"],
	["Head of Sales", "Sales"],
	["Chief Executive", "Board"],
	["Engineer", "Production"],
	["Accountant", "Finance"],
	["Assistant", null],
	["IT Lead", "IT"],
	["Warehouse Manager", "Logistics"],
] as const;

export const contacts: SampleTable = {
	name: "contact",
	row(index, world, put) {
		const account = accountOf(world, index);
		const employer = account === undefined ? undefined : accountFacts(world, account);
		const { id, person, email, region } = factsOf(world, index, account, employer);
		const draws = drawsFor(world, "contact", index);
		const created = createdAt(world, "contact", index, draws);
		const [job, department] = draws.pick(jobs);
		const active = draws.chance(0.95);
		const currency = employer?.currency ?? baseCurrencyOf(world);
		const income = draws.maybe(0.15, draws.between(20, 180) * 1000);
		const city = employer?.city ?? draws.pick(region.cities);
		put("contactid", id);
		put("firstname", person.first.text);
		put("lastname", person.family.text);
		put("fullname", `${person.first.text} ${person.family.text}`);
		put("salutation", draws.maybe(0.08, "Dr."));
		put("gendercode", draws.maybe(0.8, person.woman ? 2 : 1));
		put("birthdate", draws.maybe(0.5, moment(world.anchor - draws.between(20 * 365, 68 * 365) * day)));
		put(
			"parentcustomerid",
			account === undefined ? null : { table: "account", id: sampleId(world, "account", account) },
		);
		put("jobtitle", draws.maybe(0.8, job));
		put("department", draws.maybe(0.6, department));
		put("emailaddress1", email);
		put("telephone1", draws.maybe(0.7, phoneNumber(region, draws)));
		put("mobilephone", draws.maybe(0.6, phoneNumber(region, draws)));
		put("address1_line1", draws.maybe(0.8, streetLine(region, draws)));
		put("address1_city", city.name);
		put("address1_postalcode", city.postalCode);
		put("address1_stateorprovince", city.state);
		put("address1_country", region.country);
		put("familystatuscode", draws.maybe(0.3, draws.between(1, 4)));
		put("numberofchildren", draws.maybe(0.2, draws.between(0, 4)));
		put("preferredcontactmethodcode", draws.pick([1, 1, 2, 3]));
		put("preferredappointmentdaycode", draws.maybe(0.2, draws.between(1, 5)));
		put("donotemail", draws.chance(0.05));
		put("donotphone", draws.chance(0.06));
		put("donotbulkemail", draws.chance(0.2));
		put("annualincome", income);
		put("annualincome_base", inBase(income, currency));
		put("description", draws.maybe(0.1, `${person.first.text} – ${city.name}`));
		put("transactioncurrencyid", { table: "transactioncurrency", id: currency.id });
		put("exchangerate", currency.exchangeRate);
		ownedBy(put, employer?.owner ?? draws.pick(world.owners), world, created, draws);
		put("statecode", active ? 0 : 1);
		put("statuscode", active ? 1 : 2);
	},
};

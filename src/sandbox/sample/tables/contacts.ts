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
	row(index, world) {
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
		return {
			contactid: id,
			firstname: person.first.text,
			lastname: person.family.text,
			fullname: `${person.first.text} ${person.family.text}`,
			salutation: draws.maybe(0.08, "Dr."),
			gendercode: draws.maybe(0.8, person.woman ? 2 : 1),
			birthdate: draws.maybe(0.5, moment(world.anchor - draws.between(20 * 365, 68 * 365) * day)),
			parentcustomerid: account === undefined ? null : { table: "account", id: sampleId(world, "account", account) },
			jobtitle: draws.maybe(0.8, job),
			department: draws.maybe(0.6, department),
			emailaddress1: email,
			telephone1: draws.maybe(0.7, phoneNumber(region, draws)),
			mobilephone: draws.maybe(0.6, phoneNumber(region, draws)),
			address1_line1: draws.maybe(0.8, streetLine(region, draws)),
			address1_city: city.name,
			address1_postalcode: city.postalCode,
			address1_stateorprovince: city.state,
			address1_country: region.country,
			familystatuscode: draws.maybe(0.3, draws.between(1, 4)),
			numberofchildren: draws.maybe(0.2, draws.between(0, 4)),
			preferredcontactmethodcode: draws.pick([1, 1, 2, 3]),
			preferredappointmentdaycode: draws.maybe(0.2, draws.between(1, 5)),
			donotemail: draws.chance(0.05),
			donotphone: draws.chance(0.06),
			donotbulkemail: draws.chance(0.2),
			annualincome: income,
			annualincome_base: inBase(income, currency),
			description: draws.maybe(0.1, `${person.first.text} – ${city.name}`),
			transactioncurrencyid: { table: "transactioncurrency", id: currency.id },
			exchangerate: currency.exchangeRate,
			...ownedBy(employer?.owner ?? draws.pick(world.owners), world, created, draws),
			statecode: active ? 0 : 1,
			statuscode: active ? 1 : 2,
		};
	},
};

import type { Draws } from "../draws.ts";
import { type City, type Region, tradeIndustries } from "../regions/region.ts";
import { regions } from "../regions/regions.ts";
import type { SampleTable } from "../sampleRow.ts";
import { moment } from "../sampleRow.ts";
import {
	baseCurrencyOf,
	type Currency,
	countOf,
	createdAt,
	drawsFor,
	inBase,
	ownedBy,
	type Owner,
	sampleId,
	type SampleWorld,
} from "../sampleWorld.ts";

/** What other tables take over from an account: its contacts live in its city and write from its domain. */
export interface AccountFacts {
	readonly id: string;
	readonly name: string;
	readonly domain: string;
	readonly region: Region;
	readonly city: City;
	readonly trade: number;
	readonly owner: Owner;
	readonly currency: Currency;
}

export function accountFacts(world: SampleWorld, index: number): AccountFacts {
	const draws = drawsFor(world, "account", -1 - index);
	const region = draws.pick(regions);
	const city = draws.pick(region.cities);
	const first = draws.pick(region.companies);
	const trade = draws.below(region.trades.length);
	const family = draws.pick(region.families);
	const head = draws.chance(0.3)
		? `${family.text} ${region.trades[trade] ?? ""}`
		: `${first.text} ${region.trades[trade] ?? ""}`;
	const place = draws.chance(0.4) ? ` ${city.name}` : "";
	return {
		id: sampleId(world, "account", index),
		name: `${head}${place} ${draws.pick(region.legalForms)}`,
		domain: `${first.ascii}-${family.ascii}.example`,
		region,
		city,
		trade,
		owner: draws.pick(world.owners),
		currency: currencyOf(world, region),
	};
}

function currencyOf(world: SampleWorld, region: Region): Currency {
	return world.currencies.find(({ code }) => code === region.currency) ?? baseCurrencyOf(world);
}

export function streetLine(region: Region, draws: Draws): string {
	const number = draws.between(1, 180);
	const street = draws.pick(region.streets);
	return region.numberLast ? `${street} ${number}` : `${number} ${street}`;
}

export function phoneNumber(region: Region, draws: Draws): string {
	return `${region.dialCode} ${draws.between(20, 99)} ${draws.between(100_000, 9_999_999)}`;
}

/** Every eighth account belongs to an earlier one, which makes trees of a few levels. */
function parentOf(world: SampleWorld, index: number, draws: Draws): string | null {
	return index > 4 && draws.chance(0.125) ? sampleId(world, "account", draws.below(Math.min(index, 400))) : null;
}

function addressOf({ region, city, name }: AccountFacts, draws: Draws) {
	return {
		address1_name: draws.maybe(0.2, name),
		address1_addresstypecode: draws.maybe(0.4, draws.between(1, 4)),
		address1_line1: streetLine(region, draws),
		address1_line2: draws.maybe(0.08, "c/o"),
		address1_city: city.name,
		address1_postalcode: city.postalCode,
		address1_stateorprovince: city.state,
		address1_country: region.country,
		address1_latitude: draws.maybe(0.5, Math.round(draws.next() * 120_000 - 50_000) / 1000),
		address1_longitude: draws.maybe(0.5, Math.round(draws.next() * 300_000 - 130_000) / 1000),
	};
}

export const accounts: SampleTable = {
	name: "account",
	row(index, world) {
		const facts = accountFacts(world, index);
		const draws = drawsFor(world, "account", index);
		const created = createdAt(world, "account", index, draws);
		const active = draws.chance(0.93);
		const revenue = draws.maybe(0.85, Math.round(10 ** (4.5 + draws.next() * 4.5)) / 100 + 1000);
		const creditLimit = draws.maybe(0.4, draws.between(1, 50) * 5000);
		const parent = parentOf(world, index, draws);
		return {
			accountid: facts.id,
			name: facts.name,
			accountnumber: `A${world.batch === 0 ? "" : world.batch}-${String(index + 1).padStart(6, "0")}`,
			parentaccountid: parent === null ? null : { table: "account", id: parent },
			primarycontactid:
				index < countOf(world, "contact") ? { table: "contact", id: sampleId(world, "contact", index) } : null,
			...addressOf(facts, draws),
			telephone1: draws.maybe(0.9, phoneNumber(facts.region, draws)),
			fax: draws.maybe(0.2, phoneNumber(facts.region, draws)),
			emailaddress1: draws.maybe(0.9, `info@${facts.domain}`),
			websiteurl: draws.maybe(0.7, `https://www.${facts.domain}`),
			industrycode: draws.maybe(0.9, tradeIndustries[facts.trade] ?? null),
			customertypecode: draws.maybe(0.8, draws.pick([3, 3, 3, 8, 9, 10, 5])),
			accountcategorycode: draws.maybe(0.5, draws.between(1, 2)),
			ownershipcode: draws.maybe(0.5, draws.between(1, 4)),
			paymenttermscode: draws.maybe(0.6, draws.between(1, 4)),
			preferredcontactmethodcode: draws.pick([1, 1, 2, 3]),
			numberofemployees: draws.maybe(0.8, Math.round(10 ** (0.5 + draws.next() * 3.8))),
			revenue,
			revenue_base: inBase(revenue, facts.currency),
			creditlimit: creditLimit,
			creditlimit_base: inBase(creditLimit, facts.currency),
			creditonhold: draws.chance(0.05),
			donotemail: draws.chance(0.06),
			donotbulkemail: draws.chance(0.2),
			donotphone: draws.chance(0.05),
			tickersymbol: draws.maybe(0.05, `S${String(index % 997).padStart(3, "0")}`),
			sic: draws.maybe(0.2, String(draws.between(1000, 8999))),
			description: draws.maybe(0.25, `${facts.name} – ${facts.city.name}, ${facts.region.country}.`),
			lastusedincampaign: draws.maybe(0.15, moment(created + draws.next() * (world.anchor - created))),
			transactioncurrencyid: { table: "transactioncurrency", id: facts.currency.id },
			exchangerate: facts.currency.exchangeRate,
			...ownedBy(facts.owner, world, created, draws),
			statecode: active ? 0 : 1,
			statuscode: active ? 1 : 2,
		};
	},
};

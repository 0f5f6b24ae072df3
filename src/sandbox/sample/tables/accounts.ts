import type { Draws } from "../draws.ts";
import { type City, type Region, tradeIndustries } from "../regions/region.ts";
import { regions } from "../regions/regions.ts";
import { moment, type Put, type SampleTable } from "../sampleRow.ts";
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

function addressOf(put: Put, { region, city, name }: AccountFacts, draws: Draws): void {
	put("address1_name", draws.maybe(0.2, name));
	put("address1_addresstypecode", draws.maybe(0.4, draws.between(1, 4)));
	put("address1_line1", streetLine(region, draws));
	put("address1_line2", draws.maybe(0.08, "c/o"));
	put("address1_city", city.name);
	put("address1_postalcode", city.postalCode);
	put("address1_stateorprovince", city.state);
	put("address1_country", region.country);
	put("address1_latitude", draws.maybe(0.5, Math.round(draws.next() * 120_000 - 50_000) / 1000));
	put("address1_longitude", draws.maybe(0.5, Math.round(draws.next() * 300_000 - 130_000) / 1000));
}

export const accounts: SampleTable = {
	name: "account",
	row(index, world, put) {
		const facts = accountFacts(world, index);
		const draws = drawsFor(world, "account", index);
		const created = createdAt(world, "account", index, draws);
		const active = draws.chance(0.93);
		const revenue = draws.maybe(0.85, (Math.round(10 ** (4.5 + draws.next() * 4.5)) + 100_000) / 100);
		const creditLimit = draws.maybe(0.4, draws.between(1, 50) * 5000);
		const parent = parentOf(world, index, draws);
		put("accountid", facts.id);
		put("name", facts.name);
		put("accountnumber", `A${world.batch === 0 ? "" : world.batch}-${String(index + 1).padStart(6, "0")}`);
		put("parentaccountid", parent === null ? null : { table: "account", id: parent });
		put(
			"primarycontactid",
			index < countOf(world, "contact") ? { table: "contact", id: sampleId(world, "contact", index) } : null,
		);
		addressOf(put, facts, draws);
		put("telephone1", draws.maybe(0.9, phoneNumber(facts.region, draws)));
		put("fax", draws.maybe(0.2, phoneNumber(facts.region, draws)));
		put("emailaddress1", draws.maybe(0.9, `info@${facts.domain}`));
		put("websiteurl", draws.maybe(0.7, `https://www.${facts.domain}`));
		put("industrycode", draws.maybe(0.9, tradeIndustries[facts.trade] ?? null));
		put("customertypecode", draws.maybe(0.8, draws.pick([3, 3, 3, 8, 9, 10, 5])));
		put("accountcategorycode", draws.maybe(0.5, draws.between(1, 2)));
		put("ownershipcode", draws.maybe(0.5, draws.between(1, 4)));
		put("paymenttermscode", draws.maybe(0.6, draws.between(1, 4)));
		put("preferredcontactmethodcode", draws.pick([1, 1, 2, 3]));
		put("numberofemployees", draws.maybe(0.8, Math.round(10 ** (0.5 + draws.next() * 3.8))));
		put("revenue", revenue);
		put("revenue_base", inBase(revenue, facts.currency));
		put("creditlimit", creditLimit);
		put("creditlimit_base", inBase(creditLimit, facts.currency));
		put("creditonhold", draws.chance(0.05));
		put("donotemail", draws.chance(0.06));
		put("donotbulkemail", draws.chance(0.2));
		put("donotphone", draws.chance(0.05));
		put("tickersymbol", draws.maybe(0.05, `S${String(index % 997).padStart(3, "0")}`));
		put("sic", draws.maybe(0.2, String(draws.between(1000, 8999))));
		put("description", draws.maybe(0.25, `${facts.name} – ${facts.city.name}, ${facts.region.country}.`));
		put("lastusedincampaign", draws.maybe(0.15, moment(created + draws.next() * (world.anchor - created))));
		put("transactioncurrencyid", { table: "transactioncurrency", id: facts.currency.id });
		put("exchangerate", facts.currency.exchangeRate);
		ownedBy(put, facts.owner, world, created, draws);
		put("statecode", active ? 0 : 1);
		put("statuscode", active ? 1 : 2);
	},
};

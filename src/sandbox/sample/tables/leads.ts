import { regions } from "../regions/regions.ts";
import { tradeIndustries } from "../regions/region.ts";
import { day, moment, type SampleTable } from "../sampleRow.ts";
import { baseCurrencyOf, createdAt, drawsFor, inBase, ownedBy, sampleId } from "../sampleWorld.ts";
import { phoneNumber } from "./accounts.ts";
import { personOf } from "./contacts.ts";
import { salesTopics } from "./salesTopics.ts";

/** State and status of a lead: open leads are new or contacted, older ones are decided. */
const leadEnds = [
	[1, 3],
	[2, 4],
	[2, 5],
	[2, 6],
	[2, 7],
] as const;

export const leads: SampleTable = {
	name: "lead",
	row(index, world, put) {
		const draws = drawsFor(world, "lead", index);
		const created = createdAt(world, "lead", index, draws);
		const region = draws.pick(regions);
		const person = personOf(region, draws);
		const company = draws.pick(region.companies);
		const city = draws.pick(region.cities);
		const trade = draws.below(region.trades.length);
		const currency = baseCurrencyOf(world);
		const budget = draws.maybe(0.5, draws.between(2, 900) * 500);
		const open = world.anchor - created < 60 * day || draws.chance(0.3);
		const [state, status] = open ? ([0, draws.between(1, 2)] as const) : draws.pick(leadEnds);
		put("leadid", sampleId(world, "lead", index));
		put("subject", draws.pick(salesTopics));
		put("firstname", person.first.text);
		put("lastname", person.family.text);
		put("fullname", `${person.first.text} ${person.family.text}`);
		put("companyname", `${company.text} ${region.trades[trade] ?? ""}`);
		put("emailaddress1", `${person.first.ascii}@${company.ascii}-${person.family.ascii}.example`);
		put("telephone1", draws.maybe(0.7, phoneNumber(region, draws)));
		put("address1_city", city.name);
		put("address1_postalcode", city.postalCode);
		put("address1_stateorprovince", city.state);
		put("address1_country", region.country);
		put("industrycode", tradeIndustries[trade] ?? null);
		put("leadsourcecode", draws.maybe(0.9, draws.between(1, 10)));
		put("leadqualitycode", draws.between(1, 3));
		put("budgetstatus", draws.maybe(0.4, draws.between(0, 3)));
		put("purchasetimeframe", draws.maybe(0.5, draws.between(0, 4)));
		put("numberofemployees", draws.maybe(0.4, draws.between(1, 4000)));
		put("budgetamount", budget);
		put("budgetamount_base", inBase(budget, currency));
		put("estimatedclosedate", draws.maybe(0.5, moment(created + draws.between(20, 200) * day)));
		put("donotbulkemail", draws.chance(0.2));
		put("transactioncurrencyid", { table: "transactioncurrency", id: currency.id });
		put("exchangerate", currency.exchangeRate);
		ownedBy(put, draws.pick(world.owners), world, created, draws);
		put("statecode", state);
		put("statuscode", status);
	},
};

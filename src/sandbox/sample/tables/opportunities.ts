import type { Draws } from "../draws.ts";
import { day, moment, type SampleTable } from "../sampleRow.ts";
import { createdAt, drawsFor, inBase, ownedBy, referenceTo, sampleId, type SampleWorld } from "../sampleWorld.ts";
import { customerOf } from "./customers.ts";
import { salesTopics } from "./salesTopics.ts";

/** What became of an opportunity by the anchor: state, status, and when it was decided. */
function outcomeOf(world: SampleWorld, due: number, draws: Draws) {
	if (due > world.anchor || draws.chance(0.15)) return { state: 0, status: draws.chance(0.85) ? 1 : 2, closed: null };
	const won = draws.chance(0.5);
	return { state: won ? 1 : 2, status: won ? 3 : draws.between(4, 5), closed: due };
}

export const opportunities: SampleTable = {
	name: "opportunity",
	row(index, world, put) {
		const draws = drawsFor(world, "opportunity", index);
		const created = createdAt(world, "opportunity", index, draws);
		const due = created + draws.between(20, 200) * day;
		const { state, status, closed } = outcomeOf(world, due, draws);
		const customer = customerOf(world, draws);
		const currency = customer.currency;
		const value = Math.round(10 ** (3 + draws.next() * 2.7)) * 10 + draws.below(2) * 0.5;
		const actual = state === 1 ? Math.round(value * (0.8 + draws.next() * 0.3)) : state === 2 ? 0 : null;
		const stage = state === 0 ? draws.between(0, 3) : 3;
		put("opportunityid", sampleId(world, "opportunity", index));
		put("name", `${draws.pick(salesTopics)} – ${customer.name}`);
		put("customerid", customer.reference);
		put("parentaccountid", customer.reference?.table === "account" ? customer.reference : null);
		put("parentcontactid", customer.reference?.table === "contact" ? customer.reference : null);
		put("originatingleadid", draws.maybe(0.2, referenceTo(world, "lead", draws)));
		put("estimatedvalue", value);
		put("estimatedvalue_base", inBase(value, currency));
		put("actualvalue", actual);
		put("actualvalue_base", inBase(actual, currency));
		put("totalamount", value);
		put("totalamount_base", inBase(value, currency));
		put("isrevenuesystemcalculated", false);
		put("closeprobability", state === 0 ? draws.between(1, 19) * 5 : state === 1 ? 100 : 0);
		put("estimatedclosedate", moment(due));
		put("actualclosedate", closed === null ? null : moment(closed));
		put("opportunityratingcode", draws.between(1, 3));
		put("salesstage", stage);
		put("stepname", ["1-Qualify", "2-Develop", "3-Propose", "4-Close"][stage] ?? null);
		put("budgetstatus", draws.maybe(0.4, draws.between(0, 3)));
		put("purchaseprocess", draws.maybe(0.3, draws.between(0, 2)));
		put("need", draws.maybe(0.3, draws.between(0, 3)));
		put("msdyn_forecastcategory", [100000001, 100000005, 100000006][state] ?? null);
		put("customerneed", draws.maybe(0.1, "Delivery in one piece, mounted on site."));
		put("description", draws.maybe(0.2, `${draws.pick(salesTopics)}?`));
		put("transactioncurrencyid", { table: "transactioncurrency", id: currency.id });
		put("exchangerate", currency.exchangeRate);
		ownedBy(put, customer.owner, world, created, draws);
		put("statecode", state);
		put("statuscode", status);
	},
};

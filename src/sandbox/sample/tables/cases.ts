import { day, type SampleTable } from "../sampleRow.ts";
import { countOf, createdAt, drawsFor, ownedBy, sampleId } from "../sampleWorld.ts";
import { customerOf } from "./customers.ts";

const complaints = [
	["Delivery is late", 2],
	["Invoice shows the wrong amount", 2],
	["How is the filter changed?", 1],
	["Machine stops after start", 2],
	["Please send the data sheet", 3],
	["Password reset does not arrive", 2],
	["Change of address", 3],
	["Ersatzteil fehlt im Paket", 2],
	["Où est ma commande ?", 1],
	["请寄发票", 3],
] as const;

const openStatuses = [1, 1, 1, 2, 3, 4] as const;
const resolvedStatuses = [5, 5, 5, 1000] as const;

/** Most cases are resolved after a while, some are cancelled, the young ones are open. */
function outcomeOf(age: number, draws: ReturnType<typeof drawsFor>): readonly [state: number, status: number] {
	if (age < 20 * day || draws.chance(0.1)) return [0, draws.pick(openStatuses)];
	return draws.chance(0.9) ? [1, draws.pick(resolvedStatuses)] : [2, 6];
}

export const cases: SampleTable = {
	name: "incident",
	row(index, world, put) {
		const draws = drawsFor(world, "incident", index);
		const created = createdAt(world, "incident", index, draws);
		const customer = customerOf(world, draws);
		const [title, type] = draws.pick(complaints);
		const [state, status] = outcomeOf(world.anchor - created, draws);
		const { account } = customer;
		const hasContact = account !== undefined && account < countOf(world, "contact");
		put("incidentid", sampleId(world, "incident", index));
		put("title", title);
		put("ticketnumber", `CAS-${String(world.batch * 1_000_000 + index + 1).padStart(5, "0")}-${ticketTail(index)}`);
		put("customerid", customer.reference);
		put("primarycontactid", hasContact ? { table: "contact", id: sampleId(world, "contact", account) } : null);
		put(
			"parentcaseid",
			index > 10 && draws.chance(0.04)
				? { table: "incident", id: sampleId(world, "incident", draws.below(index)) }
				: null,
		);
		put("caseorigincode", draws.pick([1, 1, 2, 2, 2, 3, 700610000]));
		put("casetypecode", type);
		put("prioritycode", draws.pick([1, 2, 2, 2, 2, 3]));
		put("customersatisfactioncode", state === 1 ? draws.maybe(0.5, draws.between(1, 5)) : null);
		put("isescalated", draws.chance(0.06));
		put("productserialnumber", draws.maybe(0.2, `SN-${draws.between(10_000, 99_999)}`));
		put("description", draws.maybe(0.4, `${title} (${customer.name})`));
		ownedBy(put, customer.owner, world, created, draws);
		put("statecode", state);
		put("statuscode", status);
	},
};

/** Six letters and digits that are never read as a word. */
function ticketTail(index: number): string {
	const alphabet = "BCDFGHJKLMNPQRSTVWXZ0123456789";
	let rest = (index * 2_654_435_761) % 729_000_000;
	let tail = "";
	for (let place = 0; place < 6; place++) {
		tail += alphabet.charAt(rest % 30);
		rest = Math.floor(rest / 30);
	}
	return tail;
}

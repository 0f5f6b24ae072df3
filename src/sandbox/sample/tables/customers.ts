import type { Draws } from "../draws.ts";
import type { Reference } from "../sampleRow.ts";
import { baseCurrencyOf, countOf, type Currency, type Owner, type SampleWorld } from "../sampleWorld.ts";
import { accountFacts } from "./accounts.ts";
import { contactFacts } from "./contacts.ts";

/** Whom an opportunity or a case is for. */
export interface Customer {
	/** Null where the sample has neither accounts nor contacts. */
	readonly reference: Reference | null;
	readonly name: string;
	/** Place of the account, for its contacts. */
	readonly account: number | undefined;
	readonly owner: Owner;
	readonly currency: Currency;
}

/** Four times of five an account, else a contact. */
export function customerOf(world: SampleWorld, draws: Draws): Customer {
	const accounts = countOf(world, "account");
	const contacts = countOf(world, "contact");
	if (contacts > 0 && (accounts === 0 || draws.chance(0.2))) {
		const { id, person } = contactFacts(world, draws.below(contacts));
		const name = `${person.first.text} ${person.family.text}`;
		const reference = { table: "contact", id };
		return { reference, name, account: undefined, owner: draws.pick(world.owners), currency: baseCurrencyOf(world) };
	}
	if (accounts === 0) {
		return {
			reference: null,
			name: "",
			account: undefined,
			owner: draws.pick(world.owners),
			currency: baseCurrencyOf(world),
		};
	}
	const account = Math.floor(draws.next() ** 1.5 * accounts);
	const { id, name, owner, currency } = accountFacts(world, account);
	return { reference: { table: "account", id }, name, account, owner, currency };
}

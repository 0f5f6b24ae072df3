/** Search per keystroke over every name of the schema that ships. */
import fuzzysort from "fuzzysort";
import { createSearch } from "../../src/core/schema/search/createSearch.ts";
import { atMost, type BenchResult, timesFaster } from "./benchRow.ts";
import { percentile, takeTurns, timed } from "./measure.ts";
import { shippedCatalog } from "./shippedBundle.ts";

const limit = 50;

/** What people type, letter by letter: names, labels, several words, slips, abbreviations, a table's column, nonsense. */
const typed = [
	...["account", "contact", "createdon", "statuscode", "primarycontactid", "systemuser", "teammembership", "incident"],
	...["event type", "lead source", "customer service", "account name", "created by", "preferred method", "postal code"],
	...["msdyn_sessionevent", "msdyn_ocliveworkitem", "account_primary_contact", "CreateMultiple", "192350001"],
	...["acocunt", "oportunity", "sesion event", "stauscode", "accnum", "crdon", "account.name", "contact.email", "xqzw"],
];

export function benchSearch(): Promise<BenchResult> {
	const catalog = shippedCatalog();
	const entries = catalog.entries();
	const search = createSearch(catalog);
	const building = timed(() => search.find("zz", { limit }));
	const names = new Set(entries.flatMap(({ name, label = name, alias = name }) => [name, label, alias]));
	const snapshot = fuzzysort.snapshot([...names]);
	const lower = [...names].map((name) => name.toLowerCase());
	const finders = {
		ours: (text: string) => search.find(text, { limit }),
		fuzzysort: (text: string) => fuzzysort.go(text, snapshot, { limit }),
		indexOf: (text: string) => scanFor(text.toLowerCase(), lower),
	};
	const times = keystrokes(finders);
	const p95 = percentile(times.ours, 0.95);
	const theirs = percentile(times.fuzzysort, 0.95);
	const scan = percentile(times.indexOf, 0.95);
	const what = `search ${entries.length.toLocaleString("en")} names`;
	return Promise.resolve({
		rows: [
			{
				what: `${what}, p95 of a keystroke`,
				unit: "ms",
				ours: p95,
				alternative: { name: "fuzzysort", value: theirs },
				limit: { name: "indexOf in each name", value: scan },
				promise: atMost(p95, 2, "ms"),
			},
			{
				what: `${what}, median of a keystroke`,
				unit: "ms",
				ours: percentile(times.ours, 0.5),
				alternative: { name: "fuzzysort", value: percentile(times.fuzzysort, 0.5) },
				limit: { name: "indexOf in each name", value: percentile(times.indexOf, 0.5) },
			},
			{
				what: `${what}, all ${keystrokeCount().toLocaleString("en")} keystrokes`,
				unit: "ms",
				ours: sum(times.ours),
				alternative: { name: "fuzzysort", value: sum(times.fuzzysort) },
				limit: { name: "indexOf in each name", value: sum(times.indexOf) },
				promise: timesFaster(sum(times.ours), sum(times.fuzzysort), 3),
			},
			{ what: "search: its index, once, in a fresh process", unit: "ms", ours: building },
		],
		notices: [],
	});
}

/** The median time of each keystroke, for each finder. */
function keystrokes<Name extends string>(
	finders: Readonly<Record<Name, (text: string) => unknown>>,
): Readonly<Record<Name, readonly number[]>> {
	const rounds = 7;
	const names = Object.keys(finders) as Name[];
	const medians = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
	for (const word of typed) {
		const perLetter = Object.fromEntries(
			names.map((name) => [name, Array.from({ length: word.length }, (): number[] => [])]),
		) as Record<Name, number[][]>;
		const typeWord = (name: Name): void => {
			for (let length = 1; length <= word.length; length += 1) {
				perLetter[name][length - 1]?.push(timed(() => finders[name](word.slice(0, length))));
			}
		};
		takeTurns(
			Object.fromEntries(
				names.map((name) => [
					name,
					() => {
						typeWord(name);
					},
				]),
			),
			rounds,
		);
		for (const name of names) {
			// The first round is the one that takeTurns does not count either.
			for (const times of perLetter[name]) medians[name].push(percentile(times.slice(1), 0.5));
		}
	}
	return medians;
}

function scanFor(text: string, names: readonly string[]): readonly number[] {
	const found: number[] = [];
	for (const [index, name] of names.entries()) if (name.includes(text)) found.push(index);
	return found;
}

function keystrokeCount(): number {
	return typed.reduce((count, word) => count + word.length, 0);
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

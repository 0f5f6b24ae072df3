/** Small tables with many nulls and few different values, so that random queries find some rows and not all. */
import type { Fuzz } from "../fuzz.ts";
import { id, type Link, type RowValues } from "./queryRig.ts";

/** By logical name of the table. */
export type RandomRows = ReadonlyMap<string, readonly RowValues[]>;

export const texts = [
	"Contoso",
	"CONTOSO",
	"Fabrikam",
	"Äpfel & Öl",
	"ÄPFEL",
	"a_b",
	"a%b",
	"[x]",
	"x",
	"O'Neil",
	"😀z",
	"",
];
export const descriptions = ["long text", "LONG Text", "Straße", "100% [sure]"];
export const days = ["2026-03-13", "2026-03-14", "2026-03-15", "2026-03-16", "2025-12-31", "2026-03-29"];
export const moments = [
	"2026-03-14T22:59:59Z",
	"2026-03-14T23:00:00Z",
	"2026-03-15T10:30:00Z",
	"2026-03-15T22:59:59Z",
	"2026-03-15T23:00:00Z",
	"2026-02-28T23:30:00Z",
	"2025-12-31T23:30:00Z",
];
export const numbers = [-1, 0, 1, 5, 20, 2000];

export const users = [id(1, 9), id(2, 9)];
export const team = id(3, 9);

export function randomRows({ below, pick }: Fuzz): RandomRows {
	const maybe = <Value>(value: () => Value): Value | null => (below(4) === 0 ? null : value());
	const link = (table: string, group: number, count: number): Link => ({ table, id: id(below(count), group) });
	const owner = (): Link => (below(3) === 0 ? { table: "team", id: team } : { table: "systemuser", id: pick(users) });
	const [accountCount, contactCount, taskCount] = [12, 14, 16];
	const many = (count: number, row: (number: number) => RowValues): readonly RowValues[] =>
		Array.from({ length: count }, (_, number) => row(number));
	return new Map([
		["systemuser", users.map((systemuserid, number) => ({ systemuserid, fullname: texts[number] ?? null }))],
		["team", [{ teamid: team, name: "Fabrikam" }]],
		[
			"account",
			many(accountCount, (number) => ({
				accountid: id(number, 1),
				name: maybe(() => pick(texts)),
				address1_city: maybe(() => pick(texts)),
				description: maybe(() => pick(descriptions)),
				numberofemployees: maybe(() => pick(numbers)),
				industrycode: maybe(() => 1 + below(3)),
				revenue: maybe(() => pick(numbers) + 0.5),
				creditlimit: maybe(() => pick(numbers) + 0.5),
				creditonhold: maybe(() => below(2) === 0),
				createdon: maybe(() => pick(moments)),
				primarycontactid: maybe(() => link("contact", 2, contactCount)),
				parentaccountid: maybe(() => link("account", 1, accountCount)),
				ownerid: maybe(owner),
			})),
		],
		[
			"contact",
			many(contactCount, (number) => ({
				// Some rows of two tables have the same id: a lookup to both has to tell which it means.
				contactid: id(number, number < 5 ? 1 : 2),
				firstname: maybe(() => pick(texts)),
				lastname: maybe(() => pick(texts)),
				birthdate: maybe(() => pick(days)),
				parentcustomerid: maybe(() =>
					below(2) === 0 ? link("account", 1, accountCount) : link("contact", 2, contactCount),
				),
				createdby: maybe(() => ({ table: "systemuser", id: pick(users) })),
			})),
		],
		[
			"task",
			many(taskCount, (number) => ({
				activityid: id(number, 3),
				subject: maybe(() => pick(texts)),
				percentcomplete: maybe(() => pick(numbers)),
				isbilled: maybe(() => below(2) === 0),
				scheduledend: maybe(() => pick(moments)),
				regardingobjectid: maybe(() =>
					below(2) === 0
						? link("account", 1, accountCount)
						: { table: "contact", id: id(below(contactCount), 1 + below(2)) },
				),
			})),
		],
	]);
}

/**
 * What the date functions compare with: the bound values, begin and end of the range. Days begin at the user's midnight,
 * also where daylight saving time makes them shorter or longer.
 */
import assert from "node:assert/strict";
import { type QueryRig, queryRig } from "../../support/sandbox/queryRig.ts";

const [berlin, angeles, auckland] = ["Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland"];

/** Zone, now, function with its further arguments, expected values. */
const moments: readonly (readonly [string, string, string, string])[] = [
	// A day with 23 hours, one with 25, and their neighbours.
	[berlin, "2026-03-29T10:00:00Z", "Today", "2026-03-28T23:00:00Z 2026-03-29T22:00:00Z"],
	[berlin, "2026-03-29T10:00:00Z", "Yesterday", "2026-03-27T23:00:00Z 2026-03-28T23:00:00Z"],
	[berlin, "2026-03-29T10:00:00Z", "Tomorrow", "2026-03-29T22:00:00Z 2026-03-30T22:00:00Z"],
	[berlin, "2026-10-25T12:00:00Z", "Today", "2026-10-24T22:00:00Z 2026-10-25T23:00:00Z"],
	[angeles, "2026-03-08T20:00:00Z", "Today", "2026-03-08T08:00:00Z 2026-03-09T07:00:00Z"],
	[angeles, "2026-11-01T20:00:00Z", "Today", "2026-11-01T07:00:00Z 2026-11-02T08:00:00Z"],
	[auckland, "2026-04-05T00:00:00Z", "Today", "2026-04-04T11:00:00Z 2026-04-05T12:00:00Z"],
	[auckland, "2026-09-27T00:00:00Z", "Today", "2026-09-26T12:00:00Z 2026-09-27T11:00:00Z"],
	// Santiago skips the midnight itself: the day begins at one o'clock.
	["America/Santiago", "2026-09-06T15:00:00Z", "Today", "2026-09-06T04:00:00Z 2026-09-07T03:00:00Z"],
	// A second before midnight and at midnight.
	[berlin, "2026-03-15T22:59:59Z", "Today", "2026-03-14T23:00:00Z 2026-03-15T23:00:00Z"],
	[berlin, "2026-03-15T23:00:00Z", "Today", "2026-03-15T23:00:00Z 2026-03-16T23:00:00Z"],
	[auckland, "2026-03-15T10:59:59Z", "Today", "2026-03-14T11:00:00Z 2026-03-15T11:00:00Z"],
	[auckland, "2026-03-15T11:00:00Z", "Today", "2026-03-15T11:00:00Z 2026-03-16T11:00:00Z"],
	[angeles, "2026-03-15T06:59:59Z", "Today", "2026-03-14T07:00:00Z 2026-03-15T07:00:00Z"],
	[angeles, "2026-03-15T07:00:00Z", "Today", "2026-03-15T07:00:00Z 2026-03-16T07:00:00Z"],
	["UTC", "2026-03-15T00:00:00Z", "Yesterday", "2026-03-14T00:00:00Z 2026-03-15T00:00:00Z"],
	["Asia/Kolkata", "2026-03-15T18:29:59Z", "Today", "2026-03-14T18:30:00Z 2026-03-15T18:30:00Z"],

	// Weeks begin on Sunday; 2026-03-15 is one, in Los Angeles still the day before.
	[berlin, "2026-03-15T10:30:00Z", "ThisWeek", "2026-03-14T23:00:00Z 2026-03-21T23:00:00Z"],
	[berlin, "2026-03-15T10:30:00Z", "LastWeek", "2026-03-07T23:00:00Z 2026-03-14T23:00:00Z"],
	[berlin, "2026-03-25T10:30:00Z", "NextWeek", "2026-03-28T23:00:00Z 2026-04-04T22:00:00Z"],
	[angeles, "2026-03-15T05:00:00Z", "ThisWeek", "2026-03-08T08:00:00Z 2026-03-15T07:00:00Z"],

	[berlin, "2026-03-15T10:30:00Z", "LastMonth", "2026-01-31T23:00:00Z 2026-02-28T23:00:00Z"],
	[berlin, "2026-03-15T10:30:00Z", "ThisMonth", "2026-02-28T23:00:00Z 2026-03-31T22:00:00Z"],
	[berlin, "2026-12-15T10:30:00Z", "NextMonth", "2026-12-31T23:00:00Z 2027-01-31T23:00:00Z"],
	[berlin, "2026-12-31T23:30:00Z", "ThisYear", "2026-12-31T23:00:00Z 2027-12-31T23:00:00Z"],
	[angeles, "2026-12-31T23:30:00Z", "ThisYear", "2026-01-01T08:00:00Z 2027-01-01T08:00:00Z"],
	[berlin, "2026-06-15T10:30:00Z", "LastYear", "2024-12-31T23:00:00Z 2025-12-31T23:00:00Z"],
	[berlin, "2026-06-15T10:30:00Z", "NextYear", "2026-12-31T23:00:00Z 2027-12-31T23:00:00Z"],

	// Whole periods back from midnight until now, and from now on to midnights to come.
	[berlin, "2026-03-30T10:30:15Z", "Last7Days", "2026-03-22T23:00:00Z 2026-03-30T10:30:15Z"],
	[berlin, "2026-03-30T10:30:15Z", "LastXDays 1", "2026-03-28T23:00:00Z 2026-03-30T10:30:15Z"],
	[berlin, "2026-03-30T10:30:15Z", "LastXWeeks 2", "2026-03-15T23:00:00Z 2026-03-30T10:30:15Z"],
	[berlin, "2026-03-31T10:30:15Z", "LastXMonths 1", "2026-02-27T23:00:00Z 2026-03-31T10:30:15Z"],
	[berlin, "2024-02-29T10:30:15Z", "LastXYears 1", "2023-02-27T23:00:00Z 2024-02-29T10:30:15Z"],
	[berlin, "2026-03-29T10:30:15Z", "LastXHours 2", "2026-03-29T08:00:00Z 2026-03-29T10:30:15Z"],
	["Asia/Kolkata", "2026-03-29T10:45:15Z", "LastXHours 1", "2026-03-29T09:30:00Z 2026-03-29T10:45:15Z"],
	[berlin, "2026-03-25T10:30:15Z", "Next7Days", "2026-03-25T10:30:15Z 2026-04-01T22:00:00Z"],
	[berlin, "2026-03-28T10:30:15Z", "NextXDays 1", "2026-03-28T10:30:15Z 2026-03-29T22:00:00Z"],
	[berlin, "2026-03-15T10:30:15Z", "NextXWeeks 1", "2026-03-15T10:30:15Z 2026-03-22T23:00:00Z"],
	[berlin, "2026-01-30T10:30:15Z", "NextXMonths 1", "2026-01-30T10:30:15Z 2026-02-27T23:00:00Z"],
	[berlin, "2026-01-30T10:30:15Z", "NextXYears 2", "2026-01-30T10:30:15Z 2028-01-30T23:00:00Z"],
	[berlin, "2026-01-30T10:30:15Z", "NextXHours 1", "2026-01-30T10:30:15Z 2026-01-30T12:00:00Z"],
	[berlin, "2026-03-30T10:30:15Z", "OlderThanXDays 2", "2026-03-27T23:00:00Z"],
	[berlin, "2026-03-30T10:30:15Z", "OlderThanXWeeks 1", "2026-03-22T23:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "OlderThanXMonths 3", "2026-02-27T23:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "OlderThanXYears 1", "2025-05-30T22:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "OlderThanXHours 1", "2026-05-31T09:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "OlderThanXMinutes 90", "2026-05-31T09:00:00Z"],
	// Nothing is before the first year and after the last.
	[berlin, "2026-05-31T10:30:15Z", "OlderThanXYears 9000000000", "0001-01-01T00:00:00Z"],
	["UTC", "2026-05-31T10:30:15Z", "NextXHours 9000000000000000", "2026-05-31T10:30:15Z 9999-12-31T23:59:59Z"],

	// Fiscal years are calendar years, in quarters.
	[berlin, "2026-05-31T10:30:15Z", "ThisFiscalYear", "2025-12-31T23:00:00Z 2026-12-31T23:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "ThisFiscalPeriod", "2026-03-31T22:00:00Z 2026-06-30T22:00:00Z"],
	[berlin, "2026-02-01T10:30:15Z", "LastFiscalPeriod", "2025-09-30T22:00:00Z 2025-12-31T23:00:00Z"],
	[berlin, "2026-11-01T10:30:15Z", "NextFiscalPeriod", "2026-12-31T23:00:00Z 2027-03-31T22:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "LastXFiscalPeriods 2", "2025-09-30T22:00:00Z 2026-05-31T10:30:15Z"],
	[berlin, "2026-05-31T10:30:15Z", "NextXFiscalYears 1", "2026-05-31T10:30:15Z 2027-12-31T23:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "InFiscalYear 2020", "2019-12-31T23:00:00Z 2020-12-31T23:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "InFiscalPeriodAndYear 2 2020", "2020-03-31T22:00:00Z 2020-06-30T22:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "InOrAfterFiscalPeriodAndYear 4 2020", "2020-09-30T22:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "InOrBeforeFiscalPeriodAndYear 4 2020", "2020-12-31T23:00:00Z"],

	// Days that are named are the user's, whatever moment names them.
	[berlin, "2026-05-31T10:30:15Z", "On '2026-03-29'", "2026-03-28T23:00:00Z 2026-03-29T22:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "On 2026-03-29", "2026-03-28T23:00:00Z 2026-03-29T22:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "On '2026-03-28T23:30:00Z'", "2026-03-28T23:00:00Z 2026-03-29T22:00:00Z"],
	[angeles, "2026-05-31T10:30:15Z", "On 2026-03-28T23:30:00Z", "2026-03-28T07:00:00Z 2026-03-29T07:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "OnOrAfter '2026-03-29'", "2026-03-28T23:00:00Z"],
	[berlin, "2026-05-31T10:30:15Z", "OnOrBefore '2026-03-29'", "2026-03-29T22:00:00Z"],
];

/** The same for a column of days. */
const days: readonly (readonly [string, string, string, string])[] = [
	[berlin, "2026-03-29T10:00:00Z", "Today", "2026-03-29 2026-03-30"],
	[auckland, "2026-03-29T13:00:00Z", "Today", "2026-03-30 2026-03-31"],
	[angeles, "2026-03-29T03:00:00Z", "Today", "2026-03-28 2026-03-29"],
	[berlin, "2026-03-29T10:00:00Z", "LastXDays 3", "2026-03-26 2026-03-29"],
	[berlin, "2026-03-29T10:00:00Z", "NextXDays 3", "2026-03-29 2026-04-02"],
	[berlin, "2026-03-29T10:00:00Z", "ThisMonth", "2026-03-01 2026-04-01"],
	[berlin, "2026-03-29T10:00:00Z", "On '2026-02-28T23:30:00Z'", "2026-02-28 2026-03-01"],
];

/** And for times that are the same on every wall. */
const everywhere: readonly (readonly [string, string, string, string])[] = [
	[berlin, "2026-03-29T10:00:00Z", "Today", "2026-03-29T00:00:00Z 2026-03-30T00:00:00Z"],
	[berlin, "2026-03-29T10:00:00Z", "LastXHours 1", "2026-03-29T11:00:00Z 2026-03-29T12:00:00Z"],
	[auckland, "2026-03-29T13:00:00Z", "On 2026-03-01", "2026-03-01T00:00:00Z 2026-03-02T00:00:00Z"],
];

describe("date functions of the sandbox", () => {
	let rig: QueryRig;
	before(() => {
		rig = queryRig();
	});
	after(() => {
		rig.close();
	});

	const table = (set: string, column: string, cases: typeof moments): void => {
		for (const [timeZone, now, call, expected] of cases) {
			it(`${call} of ${column}, at ${now} in ${timeZone}`, () => {
				rig.session = { ...rig.session, timeZone, now: Date.parse(now) };
				const { values } = rig.select(set, `$filter=${functionCall(call, column)}`);
				assert.deepEqual(values, expected.split(" "));
			});
		}
	};
	table("accounts", "createdon", moments);
	table("contacts", "birthdate", days);
	table("slakpiinstances", "successcheckedat", everywhere);

	it("begin and end as they are called", () => {
		const operators = (call: string, column = "createdon"): string => {
			const set = column === "birthdate" ? "contacts" : "accounts";
			const { sql } = rig.select(set, `$filter=${functionCall(call, column)}`);
			return (sql.match(/[<>]=?/g) ?? []).join(" ");
		};
		assert.equal(operators("Today"), ">= <");
		assert.equal(operators("LastXDays 1"), ">= <=");
		assert.equal(operators("NextXDays 1"), ">= <");
		// Today, without a time, lies before now.
		assert.equal(operators("NextXDays 1", "birthdate"), "> <");
		assert.equal(operators("OlderThanXDays 1"), "<");
		assert.equal(operators("OnOrAfter '2026-01-01'"), ">=");
	});
});

function functionCall(call: string, column: string): string {
	const [name = "", ...values] = call.split(" ");
	const parameters = values.map((value, index) => `PropertyValue${values.length > 1 ? index + 1 : ""}=${value}`);
	return `Microsoft.Dynamics.CRM.${name}(${[`PropertyName='${column}'`, ...parameters].join(",")})`;
}

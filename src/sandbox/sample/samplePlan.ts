import { currencyLimit } from "./tables/currencies.ts";
import { teamLimit, unitLimit } from "./tables/units.ts";
import type { SampleTableName } from "./sampleWorld.ts";

/** How many of a hundred rows are of each table. */
const shares: Readonly<Partial<Record<SampleTableName, number>>> = {
	account: 20,
	contact: 29,
	lead: 9,
	opportunity: 12,
	incident: 10,
	task: 9,
	phonecall: 5,
	annotation: 3,
	msdyn_sessionevent: 1.5,
	msdyn_ocphonecallengagementctx: 0.7,
	msdyn_ocprovisioningstate: 0.3,
	msdyn_octwitterhandleprovisioningstatus: 0.3,
	msdyn_octwitterhandlesecret: 0.2,
};

/**
 * How many rows of each table make `rows` rows together. The organization (users, teams, business units, currencies)
 * comes with the first sample of a sandbox, where there is room for it.
 */
export function samplePlan(rows: number, withOrganization: boolean): Map<SampleTableName, number> {
	const plan = new Map<SampleTableName, number>();
	let left = Math.max(0, Math.floor(rows));
	if (withOrganization && left >= 100) {
		const users = Math.min(60, 6 + Math.floor(left / 500));
		plan.set("transactioncurrency", currencyLimit).set("businessunit", unitLimit);
		plan.set("systemuser", users).set("usersettings", users).set("team", teamLimit);
		left -= currencyLimit + unitLimit + 2 * users + teamLimit;
	}
	for (const [table, count] of divided(left)) plan.set(table, count);
	// Sign-ins need an application to go through.
	const applications = Math.ceil((plan.get("msdyn_octwitterhandleprovisioningstatus") ?? 0) / 20);
	plan.set("msdyn_octwitterapplication", applications).set("account", (plan.get("account") ?? 0) - applications);
	return plan;
}

/** Whole numbers that make `rows` together: what rounding leaves over goes to those who lost most by it. */
function divided(rows: number): readonly (readonly [SampleTableName, number])[] {
	const entries = (Object.entries(shares) as [SampleTableName, number][]).map(([table, share]) => ({
		table,
		count: Math.floor((rows * share) / 100),
		lost: (rows * share) / 100 - Math.floor((rows * share) / 100),
	}));
	let left = rows - entries.reduce((sum, { count }) => sum + count, 0);
	for (const entry of [...entries].sort((a, b) => b.lost - a.lost)) {
		if (left <= 0) break;
		entry.count += 1;
		left -= 1;
	}
	return entries.map(({ table, count }) => [table, count] as const);
}

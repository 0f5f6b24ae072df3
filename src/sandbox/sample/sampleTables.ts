import type { SampleTable } from "./sampleRow.ts";
import type { SampleTableName } from "./sampleWorld.ts";
import { accounts } from "./tables/accounts.ts";
import { annotations, phoneCalls, tasks } from "./tables/activities.ts";
import { cases } from "./tables/cases.ts";
import { contacts } from "./tables/contacts.ts";
import { transactionCurrencies } from "./tables/currencies.ts";
import { leads } from "./tables/leads.ts";
import {
	handleApplications,
	handleProvisionings,
	handleSecrets,
	phoneCallContexts,
	provisioningStates,
	sessionEvents,
} from "./tables/omnichannel.ts";
import { opportunities } from "./tables/opportunities.ts";
import { users, userSettings } from "./tables/people.ts";
import { businessUnits, teams } from "./tables/units.ts";

/** How each table's rows are made. */
export const sampleTables: Readonly<Record<SampleTableName, SampleTable>> = {
	transactioncurrency: transactionCurrencies,
	businessunit: businessUnits,
	systemuser: users,
	usersettings: userSettings,
	team: teams,
	account: accounts,
	contact: contacts,
	lead: leads,
	opportunity: opportunities,
	incident: cases,
	task: tasks,
	phonecall: phoneCalls,
	annotation: annotations,
	msdyn_sessionevent: sessionEvents,
	msdyn_ocphonecallengagementctx: phoneCallContexts,
	msdyn_ocprovisioningstate: provisioningStates,
	msdyn_octwitterhandleprovisioningstatus: handleProvisionings,
	msdyn_octwitterhandlesecret: handleSecrets,
	msdyn_octwitterapplication: handleApplications,
};

import type { Draws } from "../draws.ts";
import { regions } from "../regions/regions.ts";
import { moment, type Put, type SampleTable } from "../sampleRow.ts";
import {
	createdAt,
	drawsFor,
	ownedBy,
	referenceTo,
	sampleId,
	type SampleTableName,
	type SampleWorld,
} from "../sampleWorld.ts";
import { phoneNumber } from "./accounts.ts";
import { personOf } from "./contacts.ts";

/** Puts the columns that only this table has. */
type PutOwn = (put: Put, draws: Draws, index: number, created: number, world: SampleWorld) => void;

/** What the five tables have in common: id, owner and state around their own columns. */
function simpleTable(
	name: SampleTableName,
	putOwn: PutOwn,
	[active, inactive]: readonly [active: number, inactive: number] = [1, 2],
): SampleTable {
	return {
		name,
		row(index, world, put) {
			const draws = drawsFor(world, name, index);
			const created = createdAt(world, name, index, draws);
			const isActive = draws.chance(0.9);
			put(`${name}id`, sampleId(world, name, index));
			putOwn(put, draws, index, created, world);
			ownedBy(put, draws.pick(world.owners), world, created, draws);
			put("statecode", isActive ? 0 : 1);
			put("statuscode", isActive ? active : inactive);
		},
	};
}

/** What happens in a conversation, in the order in which it does: option values of event type and event reason. */
const sessionSteps = [
	["Session created", 192350006, 192350000],
	["Queue assigned", 192350001, 192350003],
	["Agent assigned", 192350002, 192350016],
	["Agent accepted", 192350003, 192350005],
	["Transferred to queue", 192350019, 192350002],
	["Session ended", 192350005, 192350007],
] as const;

export const sessionEvents = simpleTable("msdyn_sessionevent", (put, draws, index, created) => {
	const [text, type, reason] = sessionSteps[index % sessionSteps.length] ?? sessionSteps[0];
	put("msdyn_name", `${text} ${Math.floor(index / sessionSteps.length) + 1}`);
	put("msdyn_eventtype", type);
	put("msdyn_eventreason", draws.maybe(0.8, reason));
	put("msdyn_eventinfo", draws.maybe(0.5, 192350000));
	put("msdyn_eventtime", moment(created));
});

export const phoneCallContexts = simpleTable("msdyn_ocphonecallengagementctx", (put, draws, index) => {
	const region = draws.pick(regions);
	const { first, family } = personOf(region, draws);
	put("msdyn_callername", `${first.text} ${family.text}`);
	put("msdyn_callsid", `CA${String(index + 1).padStart(10, "0")}`);
	put("msdyn_fromphone", phoneNumber(region, draws));
	put("msdyn_tophone", draws.maybe(0.9, "+49 30 1234500"));
	put("msdyn_providername", draws.maybe(0.7, "Azure Communication Services"));
	put("msdyn_ismicrosoftteamsphonenumber", draws.chance(0.2));
});

export const provisioningStates = simpleTable(
	"msdyn_ocprovisioningstate",
	(put, draws, index) => {
		const failed = draws.chance(0.1);
		put("msdyn_name", `Channel ${index + 1}`);
		put("msdyn_automatedcallingstatus", failed ? 2 : draws.pick([0, 1, 1, 3]));
		put("msdyn_errormessage", failed ? "The number is taken by another channel." : null);
		put("msdyn_exceptiondetails", failed ? "Conflict" : "None");
		put("msdyn_gatekeeperstatus", draws.maybe(0.8, 715240000));
		put("msdyn_gatekeeperstatusreason", draws.maybe(0.8, failed ? 1 : 0));
	},
	[192350003, 192350006],
);

export const handleProvisionings = simpleTable(
	"msdyn_octwitterhandleprovisioningstatus",
	(put, draws, index, _created, world) => {
		const failed = draws.chance(0.15);
		put("msdyn_name", `Sign-in of @sample${index + 1}`);
		put("msdyn_octwitterapplicationid", referenceTo(world, "msdyn_octwitterapplication", draws));
		put("msdyn_octwitterhandleid", `sample${index + 1}`);
		put("msdyn_octwitterscreenname", draws.maybe(0.9, `Sample ${index + 1}`));
		put("msdyn_octwittersigninstatus", failed ? 1 : 0);
		put("msdyn_octwittersigninerror", failed ? "The request was cancelled." : null);
	},
);

export const handleSecrets = simpleTable("msdyn_octwitterhandlesecret", (put, draws, index) => {
	put("msdyn_name", `Secret of @sample${index + 1}`);
	put("msdyn_octwitteruniquehandleid", `sample${index + 1}`);
	// Nobody may take these for real ones.
	put("msdyn_useraccesstoken", draws.maybe(0.8, "sample-not-a-token"));
	put("msdyn_useraccesstokensecret", draws.maybe(0.8, "sample-not-a-secret"));
});

/** What sign-ins go through: a required lookup of them. */
export const handleApplications = simpleTable("msdyn_octwitterapplication", (put, _draws, index) => {
	put("msdyn_name", `Sample application ${index + 1}`);
	put("msdyn_twitterenvironmentname", "sample");
	for (const secret of ["consumerkey", "consumersecret"]) {
		put(`msdyn_twitter${secret}`, "sample-not-a-secret");
		put(`msdyn_securetwitter${secret}`, "sample-not-a-secret");
	}
});

import { regions } from "../regions/regions.ts";
import { moment, type SampleTable } from "../sampleRow.ts";
import { createdAt, drawsFor, ownedBy, sampleId, type SampleTableName, type SampleWorld } from "../sampleWorld.ts";
import { phoneNumber } from "./accounts.ts";
import { personOf } from "./contacts.ts";

/** What the five tables have in common: their own columns are given, with id, owner and state around them. */
function simpleTable(
	name: SampleTableName,
	own: (
		draws: ReturnType<typeof drawsFor>,
		created: number,
		index: number,
	) => Readonly<Record<string, string | number | boolean | null>>,
	statuses: readonly [active: number, inactive: number] = [1, 2],
): SampleTable {
	return {
		name,
		row(index: number, world: SampleWorld) {
			const draws = drawsFor(world, name, index);
			const created = createdAt(world, name, index, draws);
			const active = draws.chance(0.9);
			return {
				[`${name}id`]: sampleId(world, name, index),
				...own(draws, created, index),
				...ownedBy(draws.pick(world.owners), world, created, draws),
				statecode: active ? 0 : 1,
				statuscode: active ? statuses[0] : statuses[1],
			};
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

export const sessionEvents = simpleTable("msdyn_sessionevent", (draws, created, index) => {
	const [text, type, reason] = sessionSteps[index % sessionSteps.length] ?? sessionSteps[0];
	return {
		msdyn_name: `${text} ${Math.floor(index / sessionSteps.length) + 1}`,
		msdyn_eventtype: type,
		msdyn_eventreason: draws.maybe(0.8, reason),
		msdyn_eventinfo: draws.maybe(0.5, 192350000),
		msdyn_eventtime: moment(created),
	};
});

export const phoneCallContexts = simpleTable("msdyn_ocphonecallengagementctx", (draws, _created, index) => {
	const region = draws.pick(regions);
	const { first, family } = personOf(region, draws);
	return {
		msdyn_callername: `${first.text} ${family.text}`,
		msdyn_callsid: `CA${String(index + 1).padStart(10, "0")}`,
		msdyn_fromphone: phoneNumber(region, draws),
		msdyn_tophone: draws.maybe(0.9, "+49 30 1234500"),
		msdyn_providername: draws.maybe(0.7, "Azure Communication Services"),
		msdyn_ismicrosoftteamsphonenumber: draws.chance(0.2),
	};
});

export const provisioningStates = simpleTable(
	"msdyn_ocprovisioningstate",
	(draws, _created, index) => {
		const failed = draws.chance(0.1);
		return {
			msdyn_name: `Channel ${index + 1}`,
			msdyn_automatedcallingstatus: failed ? 2 : draws.pick([0, 1, 1, 3]),
			msdyn_errormessage: failed ? "The number is taken by another channel." : null,
			msdyn_exceptiondetails: failed ? "Conflict" : "None",
			msdyn_gatekeeperstatus: draws.maybe(0.8, 715240000),
			msdyn_gatekeeperstatusreason: draws.maybe(0.8, failed ? 1 : 0),
		};
	},
	[192350003, 192350006],
);

export const handleProvisionings = simpleTable("msdyn_octwitterhandleprovisioningstatus", (draws, _created, index) => {
	const failed = draws.chance(0.15);
	return {
		msdyn_name: `Sign-in of @sample${index + 1}`,
		msdyn_octwitterhandleid: `sample${index + 1}`,
		msdyn_octwitterscreenname: draws.maybe(0.9, `Sample ${index + 1}`),
		msdyn_octwittersigninstatus: failed ? 1 : 0,
		msdyn_octwittersigninerror: failed ? "The request was cancelled." : null,
	};
});

export const handleSecrets = simpleTable("msdyn_octwitterhandlesecret", (draws, _created, index) => ({
	msdyn_name: `Secret of @sample${index + 1}`,
	msdyn_octwitteruniquehandleid: `sample${index + 1}`,
	// Nobody may take these for real ones.
	msdyn_useraccesstoken: draws.maybe(0.8, "sample-not-a-token"),
	msdyn_useraccesstokensecret: draws.maybe(0.8, "sample-not-a-secret"),
}));

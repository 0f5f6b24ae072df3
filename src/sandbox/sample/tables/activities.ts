import type { Draws } from "../draws.ts";
import { day, moment, type Reference, type SampleTable } from "../sampleRow.ts";
import {
	createdAt,
	drawsFor,
	ownedBy,
	referenceTo,
	sampleId,
	type SampleTableName,
	type SampleWorld,
} from "../sampleWorld.ts";

const taskSubjects = [
	"Send offer",
	"Prepare visit",
	"Check stock",
	"Update price list",
	"Angebot nachfassen",
	"Remind about payment",
	"Book room",
	"Préparer le contrat",
] as const;

const callSubjects = [
	"Offer",
	"Question about delivery",
	"Appointment",
	"Rückruf",
	"Complaint",
	"New contact person",
] as const;

const regarding: readonly SampleTableName[] = ["account", "account", "contact", "opportunity", "incident", "lead"];

/** Most activities are about a record; some about none. */
function regardingOf(world: SampleWorld, draws: Draws): Reference | null {
	return draws.chance(0.1) ? null : referenceTo(world, draws.pick(regarding), draws);
}

export const tasks: SampleTable = {
	name: "task",
	row(index, world) {
		const draws = drawsFor(world, "task", index);
		const created = createdAt(world, "task", index, draws);
		const due = created + draws.between(1, 30) * day;
		const state = due > world.anchor || draws.chance(0.15) ? 0 : draws.chance(0.9) ? 1 : 2;
		return {
			activityid: sampleId(world, "task", index),
			subject: draws.pick(taskSubjects),
			description: draws.maybe(0.2, "See the notes of the last visit."),
			regardingobjectid: regardingOf(world, draws),
			prioritycode: draws.pick([0, 1, 1, 1, 2]),
			scheduledstart: draws.maybe(0.5, moment(created + day)),
			scheduledend: draws.maybe(0.9, moment(due)),
			actualend: state === 0 ? null : moment(Math.min(due, world.anchor)),
			actualdurationminutes: state === 1 ? draws.between(1, 16) * 15 : null,
			percentcomplete: state === 1 ? 100 : state === 0 ? draws.between(0, 9) * 10 : 0,
			category: draws.maybe(0.2, "Sales"),
			...ownedBy(draws.pick(world.owners), world, created, draws),
			statecode: state,
			statuscode: state === 0 ? draws.pick([2, 2, 3, 4, 7]) : state === 1 ? 5 : 6,
		};
	},
};

export const phoneCalls: SampleTable = {
	name: "phonecall",
	row(index, world) {
		const draws = drawsFor(world, "phonecall", index);
		const created = createdAt(world, "phonecall", index, draws);
		const outgoing = draws.chance(0.6);
		const due = created + draws.between(0, 10) * day;
		const state = due > world.anchor || draws.chance(0.1) ? 0 : draws.chance(0.93) ? 1 : 2;
		return {
			activityid: sampleId(world, "phonecall", index),
			subject: draws.pick(callSubjects),
			description: draws.maybe(0.2, "Nobody answered before noon."),
			regardingobjectid: regardingOf(world, draws),
			directioncode: outgoing,
			phonenumber: `+${draws.between(1, 98)} ${draws.between(20, 99)} ${draws.between(100_000, 9_999_999)}`,
			prioritycode: draws.pick([0, 1, 1, 1, 2]),
			scheduledend: moment(due),
			actualend: state === 0 ? null : moment(Math.min(due, world.anchor)),
			actualdurationminutes: state === 1 ? draws.between(1, 45) : null,
			leftvoicemail: draws.chance(0.1),
			...ownedBy(draws.pick(world.owners), world, created, draws),
			statecode: state,
			statuscode: state === 0 ? 1 : state === 1 ? (outgoing ? 2 : 4) : 3,
		};
	},
};

const notes = [
	["Visit", "They want to see the new model before the summer."],
	["Parking", "Behind the building; ring at gate 2."],
	["Besuchsnotiz", "Größe der Halle: 40 × 25 m. Rückruf bis Freitag."],
	["打ち合わせ", "来月また連絡する。"],
	["Contract", "Signed copy is in the folder."],
] as const;

export const annotations: SampleTable = {
	name: "annotation",
	row(index, world) {
		const draws = drawsFor(world, "annotation", index);
		const created = createdAt(world, "annotation", index, draws);
		const [subject, text] = draws.pick(notes);
		const attached = draws.chance(0.2);
		return {
			annotationid: sampleId(world, "annotation", index),
			subject,
			notetext: text,
			objectid: regardingOf(world, draws),
			isdocument: attached,
			filename: attached ? `note-${index + 1}.txt` : null,
			mimetype: attached ? "text/plain" : null,
			/** "Sample attachment." in Base64, and its length in bytes. */
			documentbody: attached ? "U2FtcGxlIGF0dGFjaG1lbnQu" : null,
			filesize: attached ? 18 : null,
			...ownedBy(draws.pick(world.owners), world, created, draws),
		};
	},
};

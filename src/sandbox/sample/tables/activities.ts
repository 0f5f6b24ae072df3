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
	row(index, world, put) {
		const draws = drawsFor(world, "task", index);
		const created = createdAt(world, "task", index, draws);
		const due = created + draws.between(1, 30) * day;
		const state = due > world.anchor || draws.chance(0.15) ? 0 : draws.chance(0.9) ? 1 : 2;
		put("activityid", sampleId(world, "task", index));
		put("subject", draws.pick(taskSubjects));
		put("description", draws.maybe(0.2, "See the notes of the last visit."));
		put("regardingobjectid", regardingOf(world, draws));
		put("prioritycode", draws.pick([0, 1, 1, 1, 2]));
		put("scheduledstart", draws.maybe(0.5, moment(created + day)));
		put("scheduledend", draws.maybe(0.9, moment(due)));
		put("actualend", state === 0 ? null : moment(Math.min(due, world.anchor)));
		put("actualdurationminutes", state === 1 ? draws.between(1, 16) * 15 : null);
		put("percentcomplete", state === 1 ? 100 : state === 0 ? draws.between(0, 9) * 10 : 0);
		put("category", draws.maybe(0.2, "Sales"));
		ownedBy(put, draws.pick(world.owners), world, created, draws);
		put("statecode", state);
		put("statuscode", state === 0 ? draws.pick([2, 2, 3, 4, 7]) : state === 1 ? 5 : 6);
	},
};

export const phoneCalls: SampleTable = {
	name: "phonecall",
	row(index, world, put) {
		const draws = drawsFor(world, "phonecall", index);
		const created = createdAt(world, "phonecall", index, draws);
		const outgoing = draws.chance(0.6);
		const due = created + draws.between(0, 10) * day;
		const state = due > world.anchor || draws.chance(0.1) ? 0 : draws.chance(0.93) ? 1 : 2;
		put("activityid", sampleId(world, "phonecall", index));
		put("subject", draws.pick(callSubjects));
		put("description", draws.maybe(0.2, "Nobody answered before noon."));
		put("regardingobjectid", regardingOf(world, draws));
		put("directioncode", outgoing);
		put("phonenumber", `+${draws.between(1, 98)} ${draws.between(20, 99)} ${draws.between(100_000, 9_999_999)}`);
		put("prioritycode", draws.pick([0, 1, 1, 1, 2]));
		put("scheduledend", moment(due));
		put("actualend", state === 0 ? null : moment(Math.min(due, world.anchor)));
		put("actualdurationminutes", state === 1 ? draws.between(1, 45) : null);
		put("leftvoicemail", draws.chance(0.1));
		ownedBy(put, draws.pick(world.owners), world, created, draws);
		put("statecode", state);
		put("statuscode", state === 0 ? 1 : state === 1 ? (outgoing ? 2 : 4) : 3);
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
	row(index, world, put) {
		const draws = drawsFor(world, "annotation", index);
		const created = createdAt(world, "annotation", index, draws);
		const [subject, text] = draws.pick(notes);
		const attached = draws.chance(0.2);
		put("annotationid", sampleId(world, "annotation", index));
		put("subject", subject);
		put("notetext", text);
		put("objectid", regardingOf(world, draws));
		put("isdocument", attached);
		put("filename", attached ? `note-${index + 1}.txt` : null);
		put("mimetype", attached ? "text/plain" : null);
		/** "Sample attachment." in Base64, and its length in bytes. */
		put("documentbody", attached ? "U2FtcGxlIGF0dGFjaG1lbnQu" : null);
		put("filesize", attached ? 18 : null);
		ownedBy(put, draws.pick(world.owners), world, created, draws);
	},
};

import { readFileSync, rmSync } from "node:fs";
import { writeFileAtomically } from "../../disk/writeFileAtomically.ts";

/**
 * The lock file beside a database: which server has it, and how to speak to it. It only tells; that there is one server
 * is the work of the lock that SQLite holds on the database itself, which no crash leaves behind.
 */
export interface Announcement {
	readonly version: 1;
	/** Of this start; `GET /sandbox/status` answers with the same, so that a stale file is found out. */
	readonly instance: string;
	readonly url: string;
	/** The bearer token. The file is readable by its user only. */
	readonly token: string;
	readonly pid: number;
}

export function announcementPath(file: string): string {
	return `${file}.lock`;
}

export function writeAnnouncement(file: string, announcement: Announcement): void {
	writeFileAtomically(announcementPath(file), Buffer.from(`${JSON.stringify(announcement)}\n`), 0o600);
}

/** Undefined where there is none, or none that is understood. */
export function readAnnouncement(file: string): Announcement | undefined {
	try {
		const read = JSON.parse(readFileSync(announcementPath(file), "utf8")) as Partial<Announcement>;
		return isComplete(read) ? read : undefined;
	} catch {
		return undefined;
	}
}

function isComplete(read: Partial<Announcement>): read is Announcement {
	return read.version === 1 && /^http:\/\/127\.0\.0\.1:\d+$/.test(read.url ?? "") && typeof read.token === "string";
}

/** To be called while the database is still locked: afterwards the file may be a successor's. */
export function removeAnnouncement(file: string): void {
	rmSync(announcementPath(file), { force: true });
}

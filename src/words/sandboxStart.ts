/** Why a sandbox does not start, and what is said while one runs. */
import { type Message, message } from "./message.ts";

export function sqliteMissing(version: string): Message {
	return message(
		"The sandbox needs the SQLite that comes with Node.js 22.13 and later. This is Node.js {version}, which has none.",
		{ version },
	);
}

export function newerFile(path: string, version: number): Message {
	return message(
		"{path} was made by a newer version of this program (its format is {version}). It was left as it is: update the program, or choose another file.",
		{ path, version },
	);
}

export function notASandboxFile(path: string): Message {
	return message("{path} is no sandbox database. It was left as it is: choose another file.", { path });
}

export function fileUnusable(path: string, reason: string): Message {
	return message("{path} cannot be opened: {reason}", { path, reason });
}

export function fileInUse(path: string): Message {
	return message("{path} is in use by another program, which does not answer as a sandbox.", { path });
}

export function portTaken(port: number, reason: string): Message {
	return message("The sandbox cannot listen on port {port} of 127.0.0.1: {reason}", { port, reason });
}

export function workerEnded(reason: string): Message {
	return message("The sandbox ended by itself: {reason}", { reason });
}

export function runsAlready(file: string): Message {
	return message(
		"A sandbox runs on {file} already: this is the way to it. Nothing else was started, and no other option had an effect.",
		{ file },
	);
}

export function runsUntilStopped(): Message {
	return message("The sandbox runs until Ctrl+C. Send the token as “Authorization: Bearer TOKEN”.");
}

export const sandboxFacts = {
	webApi: message("Web API"),
	token: message("Token"),
	example: message("Try"),
} as const;

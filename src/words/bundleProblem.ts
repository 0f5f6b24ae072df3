import type { BundleProblem } from "../core/schema/bundle/bundleProblem.ts";
import { type Message, message } from "./message.ts";

/** What happened to a bundle and what to do next. `file` is its path or name as the person knows it. */
export function bundleProblemMessage(problem: BundleProblem, file: string): Message {
	switch (problem.code) {
		case "unreadable":
			return message("The schema file {file} cannot be read ({reason}).", { file, reason: problem.reason });
		case "unwritable":
			return message("The schema file {file} cannot be written ({reason}). What was there before is unchanged.", {
				file,
				reason: problem.reason,
			});
		case "foreign":
			return message("{file} is not a schema file of Dataverse Workbench.", { file });
		case "newer":
			return message(
				"The schema file {file} has format {version}, and this version of Dataverse Workbench reads up to format {known}. Update Dataverse Workbench or make the file again.",
				{ file, version: problem.version, known: problem.known },
			);
		case "truncated":
			return message(
				"The schema file {file} is incomplete: {actual} of {expected} bytes are there. Make it again or reinstall.",
				{ file, actual: problem.actual, expected: problem.expected },
			);
		case "damaged":
			return message("The schema file {file} is damaged. Make it again or reinstall.", { file });
		case "damagedPart":
			return message(
				"The part {part} of the schema file {file} is damaged and left out. Make the file again or reinstall.",
				{ file, part: problem.part },
			);
	}
}

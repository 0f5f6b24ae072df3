import { ownValue } from "../core/base/ownValue.ts";
import type {
	ClientProblem,
	InvalidBatch,
	MayHaveBeenApplied,
	NetworkProblem,
	ServiceProblem,
} from "../core/client/clientProblem.ts";
import { type Message, message } from "./message.ts";
import { serviceCodeTexts, type ServiceText, statusText } from "./serviceCode.ts";
import { signInProblemMessage } from "./signInProblem.ts";

/** What happened and why, and the one next step where there is one. */
export interface ProblemMessage {
	readonly sentence: Message;
	readonly next?: Message;
}

/** Why a request did not give what was asked for. */
export function clientProblemMessage(problem: ClientProblem): ProblemMessage {
	switch (problem.code) {
		case "cancelled":
			return problem.mayHaveBeenApplied === true ? cancelledTooLate : cancelled;
		case "readOnly":
			return readOnly;
		case "foreignOrigin":
			return foreignOrigin(problem.origin);
		case "forbiddenHeader":
			return forbiddenHeader(problem.header);
		case "invalidBatch":
			return invalidBatchMessage(problem);
		case "signIn":
			return signInProblemMessage(problem.problem);
		case "network":
			return networkMessage(problem);
		case "service":
			return serviceMessage(problem);
		case "conflict":
			return problem.theirs === undefined ? conflictUnread : conflict;
		case "mayHaveBeenApplied":
			return mayHaveBeenAppliedMessage(problem);
		case "unreadable":
			return { sentence: message(unreadable[problem.what]), next: checkAddress };
	}
}

const checkAddress = message("Check the address of the environment, and whether a proxy answers in its place.");
const checkRecord = message("Look at the record before you send this again.");

const cancelled: ProblemMessage = { sentence: message("The request was cancelled.") };

const cancelledTooLate: ProblemMessage = {
	sentence: message("The request was cancelled after it had been sent: the change may have been made all the same."),
	next: checkRecord,
};

const readOnly: ProblemMessage = {
	sentence: message("The environment is read-only: nothing was sent."),
	next: message("Unlock it to change something."),
};

const conflict: ProblemMessage = {
	sentence: message("Somebody else has changed this record since it was read. Nothing was written."),
	next: message("Compare both versions, and decide which values to keep."),
};

const conflictUnread: ProblemMessage = {
	sentence: message(
		"Somebody else has changed or deleted this record since it was read, and it cannot be read now. Nothing was written.",
	),
	next: message("Read the record again."),
};

function foreignOrigin(origin: string): ProblemMessage {
	return {
		sentence: message(
			"The request or its answer leads to {origin}, which is not this environment. Nothing was sent there.",
			{ origin },
		),
		next: message("Check the address, and which environment the request is for."),
	};
}

function forbiddenHeader(header: string): ProblemMessage {
	return {
		sentence: message(
			"The header {header} is not sent: it carries credentials, is set by the workbench itself, or has a value that no header may have.",
			{ header },
		),
		next: message("Remove the header from the request."),
	};
}

const invalidBatch: Readonly<Record<InvalidBatch["reason"], string>> = {
	tooManyRequests: "A batch holds at most 1,000 requests. Nothing was sent.",
	urlTooLong: "The URL of request {place} of the batch is longer than 64 KB. Nothing was sent.",
	readInChangeSet:
		"Request {place} of the batch reads and stands in a change set, which only takes changes. Nothing was sent.",
	batchInBatch: "Request {place} of the batch is a batch itself. Nothing was sent.",
	emptyChangeSet: "The change set at request {place} of the batch is empty. Nothing was sent.",
	repeatedContentId: "Request {place} of the batch has the Content-ID of an earlier one. Nothing was sent.",
};

function invalidBatchMessage({ reason, place }: InvalidBatch): ProblemMessage {
	return { sentence: message(invalidBatch[reason], { place }) };
}

const unreadable: Readonly<Record<Extract<ClientProblem, { code: "unreadable" }>["what"], string>> = {
	notJson: "The answer is no JSON, so it does not come from the Web API of Dataverse.",
	noRows: "The answer has no list of rows where one was asked for.",
	badBatch: "The answer to a batch cannot be taken apart, so it is not known what became of its requests.",
	redirect: "The environment sends the request to another address, which is not followed here.",
	noId: "The answer does not tell the id of the record.",
	loop: "The answer names itself as its own next page, so the rows behind it cannot be read.",
};

const network: Readonly<Record<NetworkProblem["cause"], readonly [sentence: string, next: string]>> = {
	offline: ["This machine has no connection to the network of the environment.", "Check the network, and try again."],
	nameNotFound: [
		"The name of the environment cannot be found: it is written wrong, or this machine is offline.",
		"Check the address of the environment and the network.",
	],
	refused: [
		"Nothing answers at the address of the environment.",
		"Check the address. A sandbox has to be started first.",
	],
	reset: ["The connection to the environment broke.", "Try again."],
	timedOut: ["The environment did not answer in time.", "Try again, or ask for less at a time."],
	certificate: [
		"The certificate of the environment is not trusted on this machine, so nothing was sent. A proxy that reads encrypted traffic may stand between.",
		"Have the certificate of the proxy added to those that this machine trusts.",
	],
	proxy: [
		"The proxy between this machine and the environment did not let the request through.",
		"Check the proxy settings of the editor, and whether the proxy wants a user name.",
	],
	other: ["The environment could not be reached.", "Check its address and the network, and try again."],
};

function networkMessage({ cause, attempts }: NetworkProblem): ProblemMessage {
	const [sentence, next] = network[cause];
	const counted = attempts > 1 ? `${sentence} It was tried {attempts} times.` : sentence;
	return { sentence: message(counted, { attempts }), next: message(next) };
}

const reasons: Readonly<Record<MayHaveBeenApplied["reason"], string>> = {
	action: "The call of an action cannot be repeated without the danger of doing it twice.",
	noClientId: "The table takes no ids that are made here, so a repetition could have made a second record.",
	unanswered: "It was sent again, and no answer came.",
	notReadable: "The record could not be read to find out.",
	changedSince: "The record has other values now: somebody else may have changed it after this, or in its place.",
	batch: "The requests of a batch cannot be repeated without the danger of doing them twice.",
	unconditional: "It could not be repeated without the danger of doing it twice.",
};

function mayHaveBeenAppliedMessage({ reason, check }: MayHaveBeenApplied): ProblemMessage {
	return {
		sentence: message(`The change was sent and no answer came that tells whether it was made. ${reasons[reason]}`),
		next:
			check === undefined
				? checkRecord
				: message("Look whether it was made, with GET {check}, before you send it again.", { check }),
	};
}

function serviceMessage(problem: ServiceProblem): ProblemMessage {
	const { serviceCode = "", status } = problem;
	if (status === 403 && problem.missing !== undefined) return missingMessage(problem.missing);
	const text = ownValue(serviceCodeTexts, serviceCode.toLowerCase()) ?? statusText(status, problem.message !== "");
	return withValues(text, problem);
}

function withValues({ sentence, next }: ServiceText, problem: ServiceProblem): ProblemMessage {
	const values = {
		message: problem.message,
		status: problem.status,
		seconds: problem.retryAfter ?? 0,
		code: problem.serviceCode ?? "",
	};
	return {
		sentence: message(sentence, values),
		...(next !== undefined && { next: message(next, values) }),
	};
}

/** "prvReadAccount" is a privilege of a role; "ReadAccess" a right to one record. */
function missingMessage({ privilege, table, user }: NonNullable<ServiceProblem["missing"]>): ProblemMessage {
	const isRecord = privilege !== undefined && !privilege.toLowerCase().startsWith("prv");
	const what =
		privilege === undefined
			? "A privilege is missing"
			: isRecord
				? "The right {privilege} to this record is missing"
				: "The privilege {privilege} is missing";
	const where = table === undefined ? "" : isRecord ? " (table {table})" : " for the table {table}";
	const who = user === undefined ? "" : ". The user is {user}";
	return {
		sentence: message(`${what}${where}${who}.`, { privilege: privilege ?? "", table: table ?? "", user: user ?? "" }),
		next: isRecord
			? message("Have the record shared with the user, or ask an administrator for a wider role.")
			: message("Ask an administrator to add the privilege to one of the user’s security roles."),
	};
}

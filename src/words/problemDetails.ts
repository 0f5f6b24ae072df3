/** The facts behind a problem, for whoever looks further: codes, ids and what the service said word by word. */
import type { ClientProblem } from "../core/client/clientProblem.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";
import { type Message, message } from "./message.ts";

export interface ProblemDetail {
	readonly name: Message;
	/** As it came. */
	readonly value: string;
}

type Fact = readonly [name: string, value: string | number | undefined];

/** Facts of a sign-in that failed; none where nothing more is known than the sentence says. */
export function signInProblemDetails({ serviceCode, correlationId, subject }: SignInProblem): readonly ProblemDetail[] {
	return detailsOf([
		["Code", serviceCode],
		["Correlation ID", correlationId],
		["Concerns", subject],
	]);
}

/** Facts of a request that failed. What may be long comes last. */
export function clientProblemDetails(problem: ClientProblem): readonly ProblemDetail[] {
	const { request } = problem;
	return [
		...(problem.code === "signIn" ? signInProblemDetails(problem.problem) : detailsOf(ownFacts(problem))),
		...detailsOf([
			["Request", request && `${request.method} ${request.path}`],
			["Request ID", request?.clientRequestId],
			["Response ID", request?.serviceRequestId],
			["Message of the service", problem.code === "service" ? problem.message : undefined],
			["Inner detail", problem.code === "service" ? problem.innerDetail : undefined],
		]),
	];
}

function ownFacts(problem: Exclude<ClientProblem, { readonly code: "signIn" }>): readonly Fact[] {
	switch (problem.code) {
		case "service":
			return [
				["Status", problem.status],
				["Code", problem.serviceCode],
				["Attempts", problem.attempts],
			];
		case "network":
			return [
				["Cause", problem.cause],
				["Attempts", problem.attempts],
			];
		case "mayHaveBeenApplied":
			return [
				["Attempts", problem.attempts],
				["To check", problem.check && `GET ${problem.check}`],
			];
		case "conflict":
			return [["Expected version", problem.expected]];
		case "foreignOrigin":
			return [["Address", problem.origin]];
		case "cancelled":
		case "readOnly":
		case "forbiddenHeader":
		case "invalidBatch":
		case "unreadable":
			return [];
	}
}

function detailsOf(facts: readonly Fact[]): readonly ProblemDetail[] {
	return facts.flatMap(([name, value]) =>
		value === undefined || value === "" ? [] : [{ name: message(name), value: String(value) }],
	);
}

import type { ClientProblem } from "../core/client/clientProblem.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";

/** Next steps that a button can do. */
export type ProblemAction = "tryAgain" | "signIn" | "unlock" | "ownApplication" | "documentation";

/** What can be offered where the problem is told. */
export interface ProblemPlace {
	/** Something to repeat is there. */
	readonly canTryAgain: boolean;
	/** It is known which environment it is about. */
	readonly hasEnvironment: boolean;
}

/** The next steps for a sign-in that failed, the best first. */
export function signInActions({ code }: SignInProblem, place: ProblemPlace): readonly ProblemAction[] {
	return possible(actionsOfSignIn(code), place);
}

/** The next steps for a request that failed. A write that may have been applied is not offered to be repeated. */
export function clientActions(problem: ClientProblem, place: ProblemPlace): readonly ProblemAction[] {
	switch (problem.code) {
		case "signIn":
			return signInActions(problem.problem, place);
		case "readOnly":
			return possible(["unlock"], place);
		case "network":
			return possible(["tryAgain"], place);
		case "service":
			return possible(isTemporary(problem.status) ? ["tryAgain"] : ["documentation"], place);
		case "unreadable":
		case "conflict":
		case "cancelled":
		case "foreignOrigin":
		case "forbiddenHeader":
		case "invalidBatch":
		case "mayHaveBeenApplied":
			return [];
	}
}

function actionsOfSignIn(code: SignInProblem["code"]): readonly ProblemAction[] {
	switch (code) {
		case "consentMissing":
		case "wrongClient":
			return ["ownApplication", "signIn", "documentation"];
		case "offline":
		case "proxy":
		case "untrustedCertificate":
		case "unavailable":
		case "clockSkew":
			return ["tryAgain"];
		case "unknownAuthority":
		case "foreignResource":
		case "noChallenge":
		case "cancelled":
			return [];
		default:
			return ["signIn"];
	}
}

function isTemporary(status: number): boolean {
	return status === 429 || status >= 500;
}

function possible(actions: readonly ProblemAction[], place: ProblemPlace): readonly ProblemAction[] {
	return actions.filter((action) => {
		if (action === "tryAgain") return place.canTryAgain;
		return action === "signIn" || action === "unlock" ? place.hasEnvironment : true;
	});
}

import { commands, env, Uri, window } from "vscode";
import type { ClientProblem } from "../core/client/clientProblem.ts";
import type { SignInProblem } from "../core/client/signInProblem.ts";
import { clientProblemMessage } from "../words/clientProblem.ts";
import { hostWords } from "../words/hostWords.ts";
import type { Message } from "../words/message.ts";
import { clientProblemDetails, type ProblemDetail, signInProblemDetails } from "../words/problemDetails.ts";
import { signInProblemMessage } from "../words/signInProblem.ts";
import { runCommand } from "./commands.ts";
import { clientActions, type ProblemAction, signInActions } from "./problemActions.ts";
import { say } from "./say.ts";

/** What the place where it went wrong can offer. */
export interface ProblemOffers {
	/** Id of the environment, for signing in and unlocking. */
	readonly environment?: string;
	/** Does again what failed. */
	readonly tryAgain?: () => unknown;
}

interface Told {
	readonly message: { readonly sentence: Message; readonly next?: Message };
	readonly actions: readonly ProblemAction[];
	readonly details: readonly ProblemDetail[];
}

/** Longest text of the details on the screen; all of it can be copied. */
const mostShown = 1_500;

const documentation = {
	service: "https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes",
	registration:
		"https://learn.microsoft.com/power-apps/developer/data-platform/walkthrough-register-app-azure-active-directory",
};

/**
 * Tells a person why a request failed: sentence with cause, next steps as buttons, and what the service said one click
 * away. Nothing is said of what the person has cancelled. Resolves when the notification is gone.
 */
export async function tellClientProblem(problem: ClientProblem, offers: ProblemOffers = {}): Promise<void> {
	if (problem.code === "cancelled" && problem.mayHaveBeenApplied !== true) return;
	if (problem.code === "signIn") {
		await tellSignInProblem(problem.problem, offers);
		return;
	}
	const actions = clientActions(problem, placeOf(offers));
	const told = { message: clientProblemMessage(problem), actions, details: clientProblemDetails(problem) };
	await tell(told, offers, documentation.service);
}

/** The same for a sign-in. */
export async function tellSignInProblem(problem: SignInProblem, offers: ProblemOffers = {}): Promise<void> {
	if (problem.code === "cancelled") return;
	const actions = signInActions(problem, placeOf(offers));
	// Numbers and ids are for who looks further: they stand among the details.
	const { code, subject } = problem;
	const message = signInProblemMessage({ code, ...(subject !== undefined && { subject }) });
	const told = { message, actions, details: signInProblemDetails(problem) };
	await tell(told, offers, documentation.registration);
}

function placeOf({ environment, tryAgain }: ProblemOffers) {
	return { canTryAgain: tryAgain !== undefined, hasEnvironment: environment !== undefined };
}

const labels: Readonly<Record<ProblemAction, Message>> = {
	tryAgain: hostWords.tryAgain,
	signIn: hostWords.signIn,
	unlock: hostWords.unlock,
	ownApplication: hostWords.ownApplication,
	documentation: hostWords.openDocumentation,
};

async function tell({ message, actions, details }: Told, offers: ProblemOffers, page: string): Promise<void> {
	const text = [message.sentence, ...(message.next === undefined ? [] : [message.next])].map(say).join(" ");
	const showDetails = say(hostWords.showDetails);
	const buttons = actions.map((action) => say(labels[action]));
	const more = details.length > 0 ? [showDetails] : [];
	const answer = await window.showErrorMessage(text, ...buttons, ...more);
	if (answer === undefined) return;
	if (answer === showDetails) {
		await tellDetails(text, details);
		return;
	}
	const action = actions[buttons.indexOf(answer)];
	if (action !== undefined) await act(action, offers, page);
}

async function tellDetails(text: string, details: readonly ProblemDetail[]): Promise<void> {
	const lines = details.map(({ name, value }) => `${say(name)}: ${value}`).join("\n");
	const copy = say(hostWords.copyDetails);
	const shown = lines.length > mostShown ? `${lines.slice(0, mostShown)}…` : lines;
	const answer = await window.showErrorMessage(text, { modal: true, detail: shown }, copy);
	if (answer === copy) await env.clipboard.writeText(`${text}\n\n${lines}\n`);
}

async function act(action: ProblemAction, { environment, tryAgain }: ProblemOffers, page: string): Promise<void> {
	switch (action) {
		case "tryAgain":
			await tryAgain?.();
			return;
		case "signIn":
			await runCommand("dataverseWorkbench.signIn", environment);
			return;
		case "unlock":
			await runCommand("dataverseWorkbench.unlockEnvironment", environment);
			return;
		case "ownApplication":
			await commands.executeCommand("workbench.action.openSettings", "@id:dataverseWorkbench.signIn.clientId");
			return;
		case "documentation":
			await env.openExternal(Uri.parse(page));
	}
}

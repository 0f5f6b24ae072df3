import { type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { Account } from "../../auth/auth.ts";
import { signInMethodItems } from "../../host/pickSignInMethod.ts";
import { say } from "../../host/say.ts";
import { signInPromptWords } from "../../words/signInPrompts.ts";
import type { PersonalMethod } from "./discovery.ts";

/** As whom, and how where nobody is signed in yet. */
export interface Person {
	readonly method: PersonalMethod;
	readonly account?: string;
}

/** Asks as whom environments are looked for: somebody who is signed in, or somebody else; undefined where it was given up. */
export async function pickPerson(
	accounts: readonly Account[],
	methods: readonly PersonalMethod[],
): Promise<Person | undefined> {
	// An account that is there needs nothing but renewing; should that fail, it is asked for in the usual way.
	const usual = methods.find((method) => method !== "editor") ?? "deviceCode";
	const known = accounts.map(({ id, name }) => ({
		label: `$(account) ${name}`,
		description: say(signInPromptWords.isSignedIn),
		method: usual,
		account: id,
	}));
	const line = { label: say(signInPromptWords.anotherAccount), kind: QuickPickItemKind.Separator, method: usual };
	const items: readonly (QuickPickItem & Person)[] = [
		...known,
		...(known.length === 0 ? [] : [line]),
		...signInMethodItems(methods),
	];
	const chosen = await window.showQuickPick(items, {
		title: say(signInPromptWords.discoveryTitle),
		placeHolder: say(signInPromptWords.methodPlaceHolder),
		matchOnDetail: true,
		ignoreFocusOut: true,
	});
	return chosen && { method: chosen.method, ...(chosen.account !== undefined && { account: chosen.account }) };
}

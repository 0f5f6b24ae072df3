import { type QuickPickItem, window } from "vscode";
import type { SignInMethod } from "../core/environment/environment.ts";
import { say } from "./say.ts";
import type { Message } from "../words/message.ts";
import { signInMethodWords, signInPromptWords } from "../words/signInPrompts.ts";

/** Asks how to sign in; undefined where the person gave up. */
export async function pickSignInMethod<Method extends SignInMethod>(
	title: Message,
	methods: readonly Method[],
): Promise<Method | undefined> {
	const chosen = await window.showQuickPick(signInMethodItems(methods), {
		title: say(title),
		placeHolder: say(signInPromptWords.methodPlaceHolder),
		matchOnDetail: true,
		ignoreFocusOut: true,
	});
	return chosen?.method;
}

/**
 * The ways to sign in as a list shows them. `methods` has the best first, so a browser that is not first is one whose
 * answer may not arrive here.
 */
export function signInMethodItems<Method extends SignInMethod>(
	methods: readonly Method[],
): (QuickPickItem & { readonly method: Method })[] {
	return methods.map((method, index) => ({
		method,
		label: say(signInMethodWords[method].label),
		detail: say(
			method === "interactive" && index > 0 ? signInPromptWords.interactiveElsewhere : signInMethodWords[method].detail,
		),
		...(index === 0 && { description: say(signInPromptWords.recommended) }),
	}));
}

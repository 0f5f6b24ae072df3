import type { DeviceCode } from "../../auth/auth.ts";
import type { Message } from "../../words/message.ts";
import { codeTimeLeft, enterCode, signInPromptWords } from "../../words/signInPrompts.ts";

export type DeviceCodeAction = "copyAndOpen" | "copy" | "open" | "cancel";

export interface DeviceCodeView {
	/** Where the code belongs; the title of the list and the notification. */
	readonly instruction: Message;
	readonly timeLeft: Message;
	readonly rows: readonly DeviceCodeRow[];
}

export interface DeviceCodeRow {
	readonly action: DeviceCodeAction;
	readonly icon: string;
	readonly label: Message;
	/** Shown as it is: the code, or the address. */
	readonly fact?: string;
}

/** What a person sees of a code at that time (milliseconds since 1970). */
export function deviceCodeView({ userCode, url, expiresAt }: DeviceCode, now: number): DeviceCodeView {
	const page = url.replace(/^https:\/\/(?:www\.)?/, "");
	return {
		instruction: enterCode(userCode, page),
		timeLeft: codeTimeLeft(Math.max(0, Math.floor((expiresAt - now) / 60_000))),
		rows: [
			{ action: "copyAndOpen", icon: "link-external", label: signInPromptWords.copyAndOpen, fact: userCode },
			{ action: "copy", icon: "copy", label: signInPromptWords.copyCode, fact: userCode },
			{ action: "open", icon: "globe", label: signInPromptWords.openPage, fact: page },
			{ action: "cancel", icon: "close", label: signInPromptWords.cancelSignIn },
		],
	};
}

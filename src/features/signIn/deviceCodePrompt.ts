import { env, type QuickPickItem, window } from "vscode";
import type { DeviceCode } from "../../auth/auth.ts";
import type { Clock } from "../../core/base/clock.ts";
import { say } from "../../host/say.ts";
import type { Message } from "../../words/message.ts";
import { signInPromptWords } from "../../words/signInPrompts.ts";
import { type DeviceCodeAction, type DeviceCodeRow, deviceCodeView } from "./deviceCodeView.ts";

interface Item extends QuickPickItem {
	readonly action: DeviceCodeAction;
}

interface Parts {
	readonly clock: Clock;
	/** Changes the text of the notification that stays until the sign-in has ended. */
	readonly report: (text: string) => void;
	readonly openPage: (url: string) => Promise<boolean>;
}

/** How often the remaining time is written anew, milliseconds. */
const refreshEvery = 15_000;

/**
 * Shows a code until `done`: as a list to copy it and open the page from, and in the notification. The list takes the focus
 * and stays while the browser is in front. Closing it with Escape gives nothing up: the notification still tells the code
 * and has the button to cancel.
 */
export function showDeviceCode(code: DeviceCode, done: AbortSignal, { clock, report, openPage }: Parts): void {
	const list = window.createQuickPick<Item>();
	list.ignoreFocusOut = true;
	const refresh = () => {
		const { instruction, timeLeft } = deviceCodeView(code, clock.now());
		// Title and placeholder are what a screen reader says when the list opens.
		list.title = say(instruction);
		list.placeholder = say(timeLeft);
		report(`${say(instruction)} ${say(timeLeft)}`);
	};
	const close = () => {
		list.dispose();
	};
	list.items = deviceCodeView(code, clock.now()).rows.map(itemOf);
	list.onDidAccept(() => {
		const [chosen] = list.activeItems;
		if (chosen !== undefined) void act(chosen.action, code, openPage);
	});
	list.onDidHide(close);
	done.addEventListener("abort", close, { once: true });
	refresh();
	list.show();
	void repeat(refresh, clock, done);
}

function itemOf({ action, icon, label, fact }: DeviceCodeRow): Item {
	return { action, label: `$(${icon}) ${say(label)}`, ...(fact !== undefined && { description: fact }) };
}

async function repeat(work: () => void, clock: Clock, done: AbortSignal): Promise<void> {
	for (;;) {
		await clock.wait(refreshEvery, done);
		if (done.aborted) return;
		work();
	}
}

async function act(
	action: DeviceCodeAction,
	code: DeviceCode,
	openPage: (url: string) => Promise<boolean>,
): Promise<void> {
	if (action === "cancel") {
		code.cancel();
		return;
	}
	if (action !== "open") {
		await env.clipboard.writeText(code.userCode);
		announce(signInPromptWords.codeCopied);
	}
	if (action !== "copy" && !(await openPage(code.url))) announce(signInPromptWords.pageNotOpened);
}

function announce(text: Message): void {
	window.setStatusBarMessage(say(text), 5000);
}

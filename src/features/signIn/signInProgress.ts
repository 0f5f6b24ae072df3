import { ProgressLocation, window } from "vscode";
import { say } from "../../host/say.ts";
import type { Message } from "../../words/message.ts";

/** What a sign-in that waits for a person is told and can tell. */
export interface Waiting {
	readonly signal: AbortSignal;
	/** Replaces the text of the notification. */
	readonly report: (text: string) => void;
}

/**
 * Shows a notification with Cancel while the work goes on. The work has to end soon after its signal is aborted. `outer`
 * ends it as well.
 */
export function withSignInProgress<Result>(
	title: Message,
	work: (waiting: Waiting) => Promise<Result>,
	outer: AbortSignal,
): Thenable<Result> {
	const options = { location: ProgressLocation.Notification, title: say(title), cancellable: true };
	return window.withProgress(options, async (progress, token) => {
		const control = new AbortController();
		const stop = () => {
			control.abort();
		};
		if (outer.aborted) stop();
		outer.addEventListener("abort", stop, { once: true });
		const subscription = token.onCancellationRequested(stop);
		const report = (message: string) => {
			progress.report({ message });
		};
		try {
			return await work({ signal: control.signal, report });
		} finally {
			subscription.dispose();
			outer.removeEventListener("abort", stop);
		}
	});
}

import { type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { RequestEntry } from "../../core/client/requestLog.ts";
import { say } from "../../host/say.ts";
import { requestWords } from "../../words/requests.ts";
import type { RequestFilter } from "./requestFilter.ts";

interface Item extends QuickPickItem {
	readonly environment?: string;
}

/** Asks which requests are listed; undefined where the person gave up. */
export async function chooseRequestFilter(
	entries: readonly RequestEntry[],
	filter: RequestFilter,
): Promise<RequestFilter | undefined> {
	const known = new Set([...filter.environments, ...entries.map(({ environment }) => environment)]);
	const failures: Item = { label: say(requestWords.failuresOnly), picked: filter.failuresOnly };
	const environments = [...known].sort().map((environment): Item => ({
		label: environment,
		environment,
		picked: filter.environments.includes(environment),
	}));
	const line: Item = { label: say(requestWords.environments), kind: QuickPickItemKind.Separator };
	const chosen = await window.showQuickPick<Item>([failures, line, ...environments], {
		canPickMany: true,
		placeHolder: say(requestWords.filterPlaceHolder),
	});
	return (
		chosen && {
			failuresOnly: chosen.includes(failures),
			environments: chosen.flatMap(({ environment }) => environment ?? []),
		}
	);
}

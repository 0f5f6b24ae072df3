import { ProgressLocation, window } from "vscode";
import type { DataverseClient } from "../../core/client/dataverseClient.ts";
import type { ClientResult } from "../../core/client/dataverseClient.ts";
import type { Environment } from "../../core/environment/environment.ts";
import { textOf } from "../../core/environment/parseEnvironment.ts";
import { say } from "../../host/say.ts";
import { addWords } from "../../words/environments.ts";

/** Who the service takes the person for, and its version where it told. */
export interface Connection {
	/** Id of the user's record. */
	readonly userId: string | undefined;
	readonly version: string | undefined;
}

/** Asks who one is there, with progress and cancel. */
export async function checkConnection(
	environment: Environment,
	client: DataverseClient,
): Promise<ClientResult<Connection>> {
	const options = {
		location: ProgressLocation.Notification,
		title: `${environment.name}: ${say(addWords.checking)}`,
		cancellable: true,
	};
	return await window.withProgress(options, async (_progress, token) => {
		const abort = new AbortController();
		token.onCancellationRequested(() => {
			abort.abort();
		});
		return await connect(client, abort.signal);
	});
}

async function connect(client: DataverseClient, signal: AbortSignal): Promise<ClientResult<Connection>> {
	const who = await client.execute({ kind: "function", name: "WhoAmI" }, { signal });
	if (!who.ok) return who;
	return { ok: true, value: { userId: textOf(who.value, "UserId"), version: await readVersion(client, signal) } };
}

/** "9.2.25063.00140"; undefined where the service does not tell, which is no reason not to work with it. */
export async function readVersion(client: DataverseClient, signal?: AbortSignal): Promise<string | undefined> {
	const answer = await client.execute(
		{ kind: "function", name: "RetrieveVersion" },
		signal === undefined ? {} : { signal },
	);
	return answer.ok ? textOf(answer.value, "Version") : undefined;
}

import { randomUUID } from "node:crypto";
import { ProgressLocation, type QuickPickItem, window } from "vscode";
import { createClient } from "../../core/client/createClient.ts";
import type { RequestJournal } from "../../core/client/requestJournal.ts";
import type { TokenProvider } from "../../core/client/tokenProvider.ts";
import type { Cloud } from "../../core/environment/cloud.ts";
import type { Environment, SignInSettings } from "../../core/environment/environment.ts";
import { type DiscoveredEnvironment, instancesPath, readInstances } from "../../core/environment/readInstances.ts";
import { systemClock } from "../../disk/systemClock.ts";
import { runCommand } from "../../host/commands.ts";
import { editorFetch } from "../../host/editorFetch.ts";
import { say } from "../../host/say.ts";
import { tellClientProblem } from "../../host/tellProblem.ts";
import type { TokenSource } from "../../host/tokenSource.ts";
import { trustedClouds } from "../../host/trustedClouds.ts";
import { addedCount, addWords, cloudWords, kindWords } from "../../words/environments.ts";
import type { EnvironmentStore } from "./environmentStore.ts";
import type { SignedInUsers } from "./signedInUsers.ts";
import type { EnvironmentSwitch } from "./switchHandlers.ts";

export interface DiscoveryParts {
	readonly store: EnvironmentStore;
	readonly switcher: EnvironmentSwitch;
	readonly tokens: TokenSource;
	readonly journal: RequestJournal;
	readonly users: SignedInUsers;
}

/** Signs in to a cloud, lists what the person is a user of there, and adds what is picked. */
export async function addDiscovered(parts: DiscoveryParts): Promise<void> {
	const cloud = await askForCloud();
	if (cloud === undefined) return;
	const tokens = await parts.tokens.discover(cloud);
	if (tokens === undefined) return;
	const found = await find(parts, cloud, tokens);
	if (found === undefined) return;
	if (found.length === 0) {
		await tellNothing(addWords.noneFound);
		return;
	}
	const picked = await pick(found, parts.store);
	if (picked === undefined || picked.length === 0) return;
	const added = await addAll(picked, tokens.settings(), parts.store);
	// Whoever has looked for them is signed in to them already.
	await parts.users.refresh(parts.store.all);
	const [first] = added;
	if (first !== undefined) await parts.switcher.use(first);
	void window.showInformationMessage(say(addedCount(added.length)));
}

interface CloudItem extends QuickPickItem {
	readonly cloud: Cloud;
}

async function askForCloud(): Promise<Cloud | undefined> {
	const items = trustedClouds.map((cloud): CloudItem => {
		const words = cloudWords[cloud.id];
		return { cloud, label: words === undefined ? cloud.id : say(words), description: new URL(cloud.discovery).host };
	});
	if (items.length === 1) return items[0]?.cloud;
	const chosen = await window.showQuickPick(items, {
		placeHolder: say(addWords.cloudPlaceHolder),
		ignoreFocusOut: true,
	});
	return chosen?.cloud;
}

/** Undefined where it failed, which the person was told, or was given up. */
async function find(
	parts: DiscoveryParts,
	cloud: Cloud,
	tokens: TokenProvider,
): Promise<readonly DiscoveredEnvironment[] | undefined> {
	const client = createClient({
		origins: [cloud.discovery],
		fetch: editorFetch,
		tokens,
		clock: systemClock,
		random: Math.random,
		newId: randomUUID,
		writes: { mayWrite: () => false },
		log: parts.journal.logFor(new URL(cloud.discovery).host),
	});
	const options = { location: ProgressLocation.Notification, title: say(addWords.finding), cancellable: true };
	const answer = await window.withProgress(options, (_progress, token) => {
		const abort = new AbortController();
		token.onCancellationRequested(() => {
			abort.abort();
		});
		return client.send({ method: "GET", path: cloud.discovery + instancesPath }, { signal: abort.signal });
	});
	if (!answer.ok) {
		void tellClientProblem(answer.problem, { tryAgain: () => addDiscovered(parts) });
		return undefined;
	}
	const found = readInstances(parsed(answer.value.text), cloud);
	if (found === undefined) await tellNothing(addWords.notAnAnswer);
	return found;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

interface FoundItem extends QuickPickItem {
	readonly found: DiscoveredEnvironment;
}

async function pick(
	found: readonly DiscoveredEnvironment[],
	store: EnvironmentStore,
): Promise<readonly DiscoveredEnvironment[] | undefined> {
	const own = new Set(store.own.map(({ url }) => url));
	const items = found.map((each): FoundItem => ({
		found: each,
		label: each.name,
		description: [
			say(kindWords[each.kind].short),
			new URL(each.url).host,
			...(each.isEnabled ? [] : [say(addWords.disabled)]),
			...(own.has(each.url) ? [say(addWords.inList)] : []),
		].join(" · "),
	}));
	const chosen = await window.showQuickPick(items, {
		canPickMany: true,
		matchOnDescription: true,
		placeHolder: say(addWords.pickFound),
		ignoreFocusOut: true,
	});
	return chosen?.map((item) => item.found);
}

async function addAll(
	picked: readonly DiscoveredEnvironment[],
	signIn: SignInSettings,
	store: EnvironmentStore,
): Promise<readonly Environment[]> {
	const added: Environment[] = [];
	for (const { isEnabled: _isEnabled, version, ...found } of picked) {
		const environment: Environment = { ...found, id: randomUUID(), signIn, source: "user" };
		await store.save(environment);
		if (version !== undefined) await store.setVersion(environment.id, version);
		added.push(environment);
	}
	return added;
}

async function tellNothing(problem: (typeof addWords)["noneFound" | "notAnAnswer"]): Promise<void> {
	const byUrl = say(addWords.addByUrl);
	const answer = await window.showInformationMessage(say(problem), byUrl);
	if (answer === byUrl) await runCommand("dataverseWorkbench.addEnvironment");
}

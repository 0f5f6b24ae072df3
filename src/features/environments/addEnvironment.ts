import { randomUUID } from "node:crypto";
import { type QuickPickItem, InputBoxValidationSeverity, ThemeIcon, window } from "vscode";
import {
	type Environment,
	type EnvironmentKind,
	environmentKinds,
	sandboxId,
} from "../../core/environment/environment.ts";
import { type EnvironmentAddress, readEnvironmentUrl } from "../../core/environment/readEnvironmentUrl.ts";
import { say } from "../../host/say.ts";
import { trustedClouds } from "../../host/trustedClouds.ts";
import {
	addWords,
	environmentUrlProblems,
	environmentWords,
	inListAlready,
	kindWords,
	unknownHost,
} from "../../words/environments.ts";
import type { Message } from "../../words/message.ts";
import { addDiscovered, type DiscoveryParts } from "./addDiscovered.ts";
import type { EnvironmentAccess } from "./environmentAccess.ts";
import type { EnvironmentStore } from "./environmentStore.ts";

interface AddParts extends DiscoveryParts {
	readonly access: EnvironmentAccess;
}

interface WayItem extends QuickPickItem {
	readonly run: () => Promise<void>;
}

/** Asks where the environment is and adds it. */
export async function addEnvironment(parts: AddParts): Promise<void> {
	const { store, switcher } = parts;
	if (store.isNewer) {
		void window.showWarningMessage(say(environmentWords.newer));
		return;
	}
	const sandbox = store.find(sandboxId);
	const way = (icon: string, label: Message, detail: Message, run: () => Promise<void>): WayItem => ({
		label: say(label),
		iconPath: new ThemeIcon(icon),
		detail: say(detail),
		run,
	});
	const chosen = await window.showQuickPick(
		[
			way("link", addWords.byUrl, addWords.byUrlDetail, () => addByUrl(parts)),
			way("search", addWords.byDiscovery, addWords.byDiscoveryDetail, () => addDiscovered(parts)),
			way("beaker", addWords.sandbox, addWords.sandboxDetail, async () => {
				if (sandbox !== undefined) await switcher.use(sandbox);
			}),
		],
		{ title: say(addWords.title), placeHolder: say(addWords.placeHolder) },
	);
	await chosen?.run();
}

/** Address, name and kind; then it is in the list, and one signs in. What fails then leaves it there to try again. */
async function addByUrl({ store, access, switcher }: AddParts): Promise<void> {
	const address = await askForAddress(store);
	if (address === undefined) return;
	const name = await askForName(address.name);
	if (name === undefined) return;
	const kind = await askForKind();
	if (kind === undefined) return;
	const { url, apiUrl } = address;
	const environment: Environment = {
		id: randomUUID(),
		name,
		url,
		...(apiUrl !== undefined && { apiUrl }),
		kind,
		source: "user",
	};
	await store.save(environment);
	await switcher.use(environment);
	await access.signIn(environment);
}

async function askForAddress(store: EnvironmentStore): Promise<EnvironmentAddress | undefined> {
	const typed = await window.showInputBox({
		title: say(addWords.title),
		prompt: say(addWords.urlPrompt),
		placeHolder: say(addWords.urlExample),
		ignoreFocusOut: true,
		validateInput: (text) => {
			const read = readEnvironmentUrl(text, trustedClouds);
			if (!read.ok) return text.trim() === "" ? undefined : say(environmentUrlProblems[read.problem]);
			const known = store.own.find(({ url }) => url === read.value.url);
			if (known === undefined) return undefined;
			// Two entries for one address are of use: two people, or two ways to sign in.
			return { message: say(inListAlready(known.name)), severity: InputBoxValidationSeverity.Info };
		},
	});
	if (typed === undefined) return undefined;
	const read = readEnvironmentUrl(typed, trustedClouds);
	if (!read.ok) return undefined;
	const { cloud, isLoopback, url } = read.value;
	if (cloud !== undefined || isLoopback) return read.value;
	const anyway = say(addWords.addAnyway);
	const question = say(unknownHost(new URL(url).host));
	return (await window.showWarningMessage(question, { modal: true }, anyway)) === anyway ? read.value : undefined;
}

/** Never empty and without spaces around it: of production it is typed later. */
export async function askForName(value: string): Promise<string | undefined> {
	const typed = await window.showInputBox({
		title: say(environmentWords.name),
		prompt: say(addWords.namePrompt),
		value,
		ignoreFocusOut: true,
		validateInput: (text) => (text.trim() === "" ? say(addWords.nameMissing) : undefined),
	});
	return typed?.trim();
}

interface KindItem extends QuickPickItem {
	readonly environmentKind: EnvironmentKind;
}

/** Production stands first: what a person does not think about is safe. */
export async function askForKind(current?: EnvironmentKind): Promise<EnvironmentKind | undefined> {
	const items = [...environmentKinds].reverse().map((kind): KindItem => ({
		environmentKind: kind,
		label: say(kindWords[kind].label),
		detail: say(kindWords[kind].detail),
		...(kind === current && { description: say(environmentWords.current) }),
	}));
	const chosen = await window.showQuickPick(items, {
		placeHolder: say(addWords.kindPlaceHolder),
		ignoreFocusOut: true,
	});
	return chosen?.environmentKind;
}

import { type QuickPickItem, ThemeColor, ThemeIcon, window } from "vscode";
import {
	type Environment,
	type EnvironmentColour,
	environmentColours,
	type EnvironmentKind,
	sandboxId,
} from "../../core/environment/environment.ts";
import { isStricter } from "../../core/environment/environmentKind.ts";
import { say } from "../../host/say.ts";
import { colourWords, editWords, environmentWords, kindWords, loosenQuestion } from "../../words/environments.ts";
import type { Message } from "../../words/message.ts";
import { signInMethodWords } from "../../words/signInPrompts.ts";
import { askForKind, askForName } from "./addEnvironment.ts";
import type { EnvironmentAccess } from "./environmentAccess.ts";
import type { EnvironmentStore } from "./environmentStore.ts";

interface Parts {
	readonly store: EnvironmentStore;
	readonly access: EnvironmentAccess;
}

interface EditItem extends QuickPickItem {
	readonly run: () => Promise<unknown>;
}

/** Asks what is to be changed, and changes it. One that a file shares becomes one of the person's own by that. */
export async function editEnvironment(parts: Parts, environment: Environment): Promise<void> {
	if (environment.id === sandboxId) {
		void window.showInformationMessage(say(editWords.sandboxFixed));
		return;
	}
	const { name, kind, colour, tenant, signIn } = environment;
	const { store, access } = parts;
	// What the person edits becomes an own one, and nobody is asked about the hosts of those.
	if (!(await access.confirmHost(environment))) return;
	const item = (label: Message, description: string, run: () => Promise<unknown>): EditItem => ({
		label: say(label),
		description,
		run,
	});
	const method = signIn === undefined ? editWords.notChosen : signInMethodWords[signIn.method].label;
	const chosen = await window.showQuickPick(
		[
			item(editWords.name, name, () => editName(store, environment)),
			item(editWords.kind, say(kindWords[kind].label), () => editKind(store, environment)),
			item(editWords.colour, say(colour === undefined ? editWords.byKind : colourWords[colour]), () =>
				editColour(store, environment),
			),
			item(editWords.tenant, tenant ?? say(editWords.ofTheEnvironment), () => editTenant(store, environment)),
			item(editWords.method, say(method), () => access.signIn(environment)),
		],
		{ title: name, placeHolder: say(editWords.placeHolder) },
	);
	await chosen?.run();
}

async function editName(store: EnvironmentStore, environment: Environment): Promise<void> {
	const name = await askForName(environment.name);
	if (name !== undefined) await store.save({ ...store.ownOf(environment), name });
}

async function editKind(store: EnvironmentStore, environment: Environment): Promise<void> {
	const kind = await askForKind(environment.kind);
	if (kind === undefined || !(await mayLoosen(environment, kind))) return;
	await store.save({ ...store.ownOf(environment), kind });
	const now = store.find(environment.id)?.kind ?? kind;
	if (now !== kind) void window.showInformationMessage(say(editWords.strictByFile));
}

/** What is no production any more can be written to without a question: that itself is one. */
async function mayLoosen({ name, kind }: Environment, wanted: EnvironmentKind): Promise<boolean> {
	if (kind !== "production" || !isStricter(kind, wanted)) return true;
	const loosen = say(editWords.loosen);
	const question = say(loosenQuestion(name, say(kindWords[wanted].short)));
	const detail = say(editWords.loosenDetail);
	return (await window.showWarningMessage(question, { modal: true, detail }, loosen)) === loosen;
}

interface ColourItem extends QuickPickItem {
	readonly colour: EnvironmentColour | undefined;
}

export async function colourEnvironment({ store, access }: Parts, environment: Environment): Promise<void> {
	if (environment.id === sandboxId) void window.showInformationMessage(say(editWords.sandboxFixed));
	else if (await access.confirmHost(environment)) await editColour(store, environment);
}

async function editColour(store: EnvironmentStore, environment: Environment): Promise<void> {
	const items: ColourItem[] = environmentColours.map((colour) => ({
		colour,
		label: say(colourWords[colour]),
		iconPath: new ThemeIcon("circle-filled", new ThemeColor(`charts.${colour}`)),
		...(colour === environment.colour && { description: say(environmentWords.current) }),
	}));
	const byKind: ColourItem = { colour: undefined, label: say(editWords.byKind) };
	const chosen = await window.showQuickPick([...items, byKind], { placeHolder: say(editWords.colourPlaceHolder) });
	if (chosen === undefined) return;
	const { colour: _before, ...rest } = store.ownOf(environment);
	await store.save(chosen.colour === undefined ? rest : { ...rest, colour: chosen.colour });
}

async function editTenant(store: EnvironmentStore, environment: Environment): Promise<void> {
	const typed = await window.showInputBox({
		title: environment.name,
		prompt: say(editWords.tenantPrompt),
		value: environment.tenant ?? "",
		ignoreFocusOut: true,
		validateInput: (text) => (/^[\w.-]*$/.test(text.trim()) ? undefined : say(editWords.tenantForm)),
	});
	if (typed === undefined) return;
	const { tenant: _before, ...rest } = store.ownOf(environment);
	const tenant = typed.trim();
	await store.save(tenant === "" ? rest : { ...rest, tenant });
}

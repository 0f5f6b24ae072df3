import { window } from "vscode";
import { type Environment, sandboxId } from "../../core/environment/environment.ts";
import { say } from "../../host/say.ts";
import type { TokenSource } from "../../host/tokenSource.ts";
import { editWords, removeQuestion } from "../../words/environments.ts";
import type { EnvironmentClients } from "./environmentClients.ts";
import type { EnvironmentStore } from "./environmentStore.ts";
import type { SharedFiles } from "./sharedFiles.ts";

interface Parts {
	readonly store: EnvironmentStore;
	readonly tokens: TokenSource;
	readonly clients: EnvironmentClients;
	readonly shared: SharedFiles;
}

/** Asks, and takes it out of the list with everything that was kept to sign in there. */
export async function removeEnvironment(parts: Parts, environment: Environment): Promise<void> {
	const { store, tokens, clients, shared } = parts;
	const { id, name, source } = environment;
	if (id === sandboxId) {
		void window.showInformationMessage(say(editWords.sandboxFixed));
		return;
	}
	if (source === "workspace") {
		const open = say(editWords.openFile);
		const answer = await window.showInformationMessage(say(editWords.sharedNotRemovable), open);
		if (answer === open) await shared.open(environment);
		return;
	}
	const remove = say(editWords.remove);
	const detail = say(editWords.removeDetail);
	const answer = await window.showWarningMessage(say(removeQuestion(name)), { modal: true, detail }, remove);
	if (answer !== remove) return;
	await tokens.forget(
		environment,
		store.all.filter((other) => other.id !== id),
	);
	clients.drop(id);
	if (store.current?.id === id) await store.setCurrent(undefined);
	await store.remove(environment);
}

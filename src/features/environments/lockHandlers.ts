import { window } from "vscode";
import type { Environment } from "../../core/environment/environment.ts";
import { readSetting } from "../../host/settings.ts";
import { say } from "../../host/say.ts";
import { lockWords } from "../../words/environments.ts";
import type { EnvironmentStore } from "./environmentStore.ts";

/** Asks for the name of a production environment and unlocks it in this window; true where it is open now. */
export async function unlockEnvironment(store: EnvironmentStore, environment: Environment): Promise<boolean> {
	const { name } = environment;
	if (store.lock(environment.id).state === "open") {
		void window.showInformationMessage(say(lockWords.notLocked(name)));
		return true;
	}
	const minutes = unlockMinutes();
	const typed = await window.showInputBox({
		title: say(lockWords.unlock),
		prompt: say(lockWords.prompt(name, minutes)),
		placeHolder: name,
		ignoreFocusOut: true,
		validateInput: (text) => (text === name ? undefined : say(lockWords.typed(name))),
	});
	if (typed === undefined || !store.locks.unlock(environment, typed, minutes * 60_000)) return false;
	store.tellChange();
	window.setStatusBarMessage(say(lockWords.unlocked(name, minutes)), 5000);
	return true;
}

export function lockEnvironment(store: EnvironmentStore, environment: Environment): void {
	store.locks.lock(environment);
	store.tellChange();
}

/** The setting, within what the manifest allows: a settings file may hold any number. */
function unlockMinutes(): number {
	const minutes = readSetting("environments.unlockMinutes");
	return Number.isFinite(minutes) ? Math.min(480, Math.max(1, minutes)) : 1;
}

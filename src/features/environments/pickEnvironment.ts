import { type QuickPickItem, ThemeColor, ThemeIcon, window } from "vscode";
import type { Environment } from "../../core/environment/environment.ts";
import type { Message } from "../../words/message.ts";
import { say } from "../../host/say.ts";
import { environmentWords } from "../../words/environments.ts";
import { environmentLook } from "./environmentLook.ts";
import { environmentIdOf } from "./environmentNode.ts";
import type { EnvironmentStore } from "./environmentStore.ts";
import type { EnvironmentViews } from "./environmentViews.ts";

/** An item of a list of environments; without one it is something else to do. */
export interface EnvironmentItem extends QuickPickItem {
	readonly environment?: Environment;
}

export function environmentItem(views: EnvironmentViews, environment: Environment): EnvironmentItem {
	const look = environmentLook(views.of(environment));
	return {
		label: look.label,
		description: look.description.join(" · "),
		iconPath: new ThemeIcon(look.icon, new ThemeColor(`charts.${look.colour}`)),
		environment,
	};
}

/** What keybindings of the manifest pass: in the palette the same command is about no item, whatever is selected. */
function isFromKey(argument: unknown): boolean {
	return typeof argument === "object" && argument !== null && "selected" in argument;
}

/** Finds the environment that a command is about: its argument, for keys what is selected in the view, or what a person picks. */
export class EnvironmentPicker {
	readonly #store: EnvironmentStore;
	readonly #views: EnvironmentViews;
	readonly #selected: () => string | undefined;

	/** @param selected id of the item that is selected in the view, which keys are about. */
	constructor(store: EnvironmentStore, views: EnvironmentViews, selected: () => string | undefined) {
		this.#store = store;
		this.#views = views;
		this.#selected = selected;
	}

	/** Undefined where the person gave up, or nothing fits. A single one that fits is not asked for. */
	async pick(
		argument: unknown,
		fits: (environment: Environment) => boolean = () => true,
	): Promise<Environment | undefined> {
		const named = this.#store.find(isFromKey(argument) ? this.#selected() : environmentIdOf(argument));
		if (named !== undefined) return named;
		const fitting = this.#store.all.filter(fits);
		if (fitting.length <= 1) return fitting[0];
		return await this.ask(environmentWords.choosePlaceHolder, fitting);
	}

	async ask(placeHolder: Message, environments: readonly Environment[]): Promise<Environment | undefined> {
		const items = environments.map((environment) => environmentItem(this.#views, environment));
		const chosen = await window.showQuickPick(items, { placeHolder: say(placeHolder), matchOnDescription: true });
		return chosen?.environment;
	}
}

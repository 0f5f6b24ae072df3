import { type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from "vscode";
import { type Environment, sandboxId } from "../../core/environment/environment.ts";
import { runCommand } from "../../host/commands.ts";
import type { SandboxSource } from "../../host/sandboxSource.ts";
import { say } from "../../host/say.ts";
import { environmentWords } from "../../words/environments.ts";
import { environmentIdOf } from "./environmentNode.ts";
import type { EnvironmentStore } from "./environmentStore.ts";
import type { EnvironmentViews } from "./environmentViews.ts";
import { type EnvironmentItem, environmentItem } from "./pickEnvironment.ts";
import { isQueryDocument } from "./queryDocument.ts";

interface Parts {
	readonly store: EnvironmentStore;
	readonly views: EnvironmentViews;
	readonly sandbox: SandboxSource;
}

interface SwitchItem extends EnvironmentItem {
	readonly run?: () => Thenable<unknown>;
}

/** Which environment the window, or one file, works with. */
export class EnvironmentSwitch {
	readonly #parts: Parts;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** Makes it the one of this window; the sandbox is started first. False where it did not start. */
	async use(environment: Environment): Promise<boolean> {
		if (environment.id === sandboxId && (await this.#parts.sandbox.start()) === undefined) return false;
		await this.#parts.store.setCurrent(environment.id);
		return true;
	}

	async useArgument(argument: unknown): Promise<void> {
		const environment = this.#parts.store.find(environmentIdOf(argument));
		if (environment !== undefined) await this.use(environment);
	}

	/** The quick switch. Gives the environment of the window afterwards; undefined where the person gave up. */
	async ask(): Promise<Environment | undefined> {
		const chosen = await window.showQuickPick(this.#switchItems(), {
			placeHolder: say(environmentWords.switchPlaceHolder),
			matchOnDescription: true,
		});
		if (chosen?.environment !== undefined) await this.use(chosen.environment);
		else if (chosen?.run === undefined) return undefined;
		else await chosen.run();
		return this.#parts.store.current;
	}

	/** Chooses for the file of queries that is in front. */
	async askForFile(): Promise<void> {
		const document = window.activeTextEditor?.document;
		if (document === undefined || !isQueryDocument(document)) {
			void window.showInformationMessage(say(environmentWords.notAQueryFile));
			return;
		}
		const { store, views } = this.#parts;
		const same: QuickPickItem = {
			label: say(environmentWords.sameAsWindow),
			description: store.current?.name ?? say(environmentWords.noneForWindow),
		};
		const items = store.all.map((environment) => environmentItem(views, environment));
		const line: QuickPickItem = { label: "", kind: QuickPickItemKind.Separator };
		const chosen: EnvironmentItem | undefined = await window.showQuickPick<EnvironmentItem>([same, line, ...items], {
			placeHolder: say(environmentWords.choosePlaceHolder),
			matchOnDescription: true,
		});
		if (chosen !== undefined) await store.choose(document.uri.toString(), chosen.environment?.id);
	}

	#switchItems(): readonly SwitchItem[] {
		const { store, views } = this.#parts;
		const document = window.activeTextEditor?.document;
		const forFile: SwitchItem = {
			label: say(environmentWords.onlyThisFile),
			iconPath: new ThemeIcon("file"),
			run: () => runCommand("dataverseWorkbench.chooseDocumentEnvironment"),
		};
		const add: SwitchItem = {
			label: say(environmentWords.add),
			iconPath: new ThemeIcon("add"),
			run: () => runCommand("dataverseWorkbench.addEnvironment"),
		};
		return [
			...store.all.map((environment) => environmentItem(views, environment)),
			{ label: "", kind: QuickPickItemKind.Separator },
			...(document !== undefined && isQueryDocument(document) ? [forFile] : []),
			add,
		];
	}
}

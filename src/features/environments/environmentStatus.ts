import { StatusBarAlignment, type StatusBarItem, ThemeColor, window } from "vscode";
import type { CommandId } from "../../host/contributions.ts";
import { say } from "../../host/say.ts";
import { environmentWords, kindWords, statusTooltip } from "../../words/environments.ts";
import { environmentLook, type EnvironmentView, lockText } from "./environmentLook.ts";
import type { EnvironmentStore } from "./environmentStore.ts";
import { linesOf } from "./environmentTree.ts";
import type { EnvironmentViews } from "./environmentViews.ts";
import { isQueryDocument } from "./queryDocument.ts";

/**
 * The environment that what is in front would use: the one of the file that is edited, else the one of the window. Where
 * there is none, a file of queries shows so, and other files show nothing.
 */
export class EnvironmentStatus {
	readonly #store: EnvironmentStore;
	readonly #views: EnvironmentViews;
	readonly #item: StatusBarItem;

	constructor(store: EnvironmentStore, views: EnvironmentViews) {
		this.#store = store;
		this.#views = views;
		this.#item = window.createStatusBarItem("dataverseWorkbench.environment", StatusBarAlignment.Left, 10);
		this.#item.name = say(environmentWords.name);
	}

	refresh(): void {
		const document = window.activeTextEditor?.document;
		const isQuery = document !== undefined && isQueryDocument(document);
		const ofFile = isQuery ? this.#store.chosenFor(document.uri.toString()) : undefined;
		const shown = ofFile ?? this.#store.current;
		if (shown !== undefined) this.#show(this.#views.of(shown), ofFile !== undefined);
		else if (isQuery) this.#showNone();
		else this.#item.hide();
	}

	dispose(): void {
		this.#item.dispose();
	}

	#show(view: EnvironmentView, isOfFile: boolean): void {
		const look = environmentLook(view);
		const isProduction = view.environment.kind === "production";
		const production = isProduction ? [say(kindWords.production.short)] : [];
		this.#item.text = [`$(${look.icon}) ${look.label}`, ...production, ...lockText(view)].join(" · ");
		this.#item.tooltip = linesOf([
			say(statusTooltip(look.label)),
			...look.tooltip.slice(1),
			...(isOfFile ? [say(environmentWords.openOnThisFile)] : []),
			say(environmentWords.switchTooltip),
		]);
		this.#item.accessibilityInformation = { label: look.spoken.join(", ") };
		const background = isProduction ? backgrounds[view.lock.state] : undefined;
		this.#item.backgroundColor = background === undefined ? undefined : new ThemeColor(background);
		this.#item.color = background === undefined ? new ThemeColor(`charts.${look.colour}`) : undefined;
		this.#item.command = commandOf(isOfFile);
		this.#item.show();
	}

	#showNone(): void {
		this.#item.text = `$(circle-slash) ${say(environmentWords.none)}`;
		this.#item.tooltip = say(environmentWords.noneTooltip);
		this.#item.accessibilityInformation = undefined;
		this.#item.backgroundColor = undefined;
		this.#item.color = undefined;
		this.#item.command = commandOf(false);
		this.#item.show();
	}
}

/** The two colours that VS Code lets a status bar entry have; red says that writing is possible. */
const backgrounds = {
	open: "statusBarItem.warningBackground",
	locked: "statusBarItem.warningBackground",
	unlocked: "statusBarItem.errorBackground",
} as const;

function commandOf(isOfFile: boolean): CommandId {
	return isOfFile ? "dataverseWorkbench.chooseDocumentEnvironment" : "dataverseWorkbench.switchEnvironment";
}

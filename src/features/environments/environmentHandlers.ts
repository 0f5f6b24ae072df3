/** What the commands of environments do. */
import { env, type TreeView, Uri, window } from "vscode";
import { type Environment, sandboxId } from "../../core/environment/environment.ts";
import { say } from "../../host/say.ts";
import { editWords, signInWords } from "../../words/environments.ts";
import { addEnvironment } from "./addEnvironment.ts";
import type { EnvironmentParts } from "./createEnvironments.ts";
import { colourEnvironment, editEnvironment } from "./editEnvironment.ts";
import type { EnvironmentHandlers } from "./environmentCommands.ts";
import type { EnvironmentNode } from "./environmentNode.ts";
import { lockEnvironment, unlockEnvironment } from "./lockHandlers.ts";
import { removeEnvironment } from "./removeEnvironment.ts";
import { shareEnvironment } from "./shareEnvironment.ts";

export function environmentHandlers(parts: EnvironmentParts, treeView: TreeView<EnvironmentNode>): EnvironmentHandlers {
	const { store, tokens, users, shared, clients, access, switcher, picker } = parts;
	const isHosted = ({ id }: Environment): boolean => id !== sandboxId;
	/** Commands about one environment: the item, the selected one, or the one that is picked. */
	const about =
		(work: (environment: Environment) => unknown, fits?: (environment: Environment) => boolean) =>
		async (argument?: unknown): Promise<void> => {
			await shared.read();
			const environment = await picker.pick(argument, fits);
			if (environment !== undefined) await work(environment);
		};
	const move = (step: -1 | 1) => about((environment) => moveBy(parts, treeView, environment, step));
	return {
		"dataverseWorkbench.addEnvironment": () => addEnvironment(parts),
		"dataverseWorkbench.switchEnvironment": () => switcher.ask(),
		"dataverseWorkbench.useEnvironment": (argument) => switcher.useArgument(argument),
		"dataverseWorkbench.editEnvironment": about((environment) => editEnvironment(parts, environment), isHosted),
		"dataverseWorkbench.colourEnvironment": about((environment) => colourEnvironment(parts, environment), isHosted),
		"dataverseWorkbench.moveEnvironmentUp": move(-1),
		"dataverseWorkbench.moveEnvironmentDown": move(1),
		"dataverseWorkbench.removeEnvironment": about((environment) => removeEnvironment(parts, environment), isHosted),
		"dataverseWorkbench.signIn": about(async (environment) => {
			if (isHosted(environment)) await access.signIn(environment);
			else tell(say(signInWords.noNeed));
		}, isHosted),
		"dataverseWorkbench.signOut": about(
			async (environment) => {
				await tokens.signOut(environment);
				clients.drop(environment.id);
				await users.refresh(store.all);
				tell(say(signInWords.signedOut(environment.name)));
			},
			(environment) => users.of(environment) !== undefined,
		),
		"dataverseWorkbench.unlockEnvironment": about(
			(environment) => unlockEnvironment(store, environment),
			({ id }) => store.lock(id).state !== "open",
		),
		"dataverseWorkbench.lockEnvironment": about(
			(environment) => {
				lockEnvironment(store, environment);
			},
			({ id }) => store.lock(id).state === "unlocked",
		),
		"dataverseWorkbench.copyEnvironmentUrl": about(async ({ url }) => {
			await env.clipboard.writeText(url);
			window.setStatusBarMessage(say(editWords.urlCopied), 5000);
		}),
		"dataverseWorkbench.openEnvironment": about(async ({ id, url }) => {
			if (id === sandboxId) tell(say(editWords.nothingToOpen));
			else await env.openExternal(Uri.parse(url, true));
		}, isHosted),
		"dataverseWorkbench.shareEnvironment": about(shareEnvironment, isHosted),
		"dataverseWorkbench.refreshEnvironments": async () => {
			await shared.refresh();
			await users.refresh(store.all);
			await access.learnVersions();
		},
		"dataverseWorkbench.chooseDocumentEnvironment": () => switcher.askForFile(),
	};
}

/** Changes places with its neighbour; the item stays selected, so that the key can be pressed again. */
async function moveBy(
	{ store }: EnvironmentParts,
	treeView: TreeView<EnvironmentNode>,
	{ id }: Environment,
	step: -1 | 1,
): Promise<void> {
	const ids = store.all.map((each) => each.id);
	const at = ids.indexOf(id);
	const neighbour = ids[at + step];
	if (neighbour === undefined) return;
	if (step < 0) await store.move([id], neighbour);
	else await store.move([id], ids[at + 2]);
	if (treeView.visible) await treeView.reveal({ id }, { select: true, focus: true });
}

function tell(text: string): void {
	void window.showInformationMessage(text);
}

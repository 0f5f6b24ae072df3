/** An item of the view. Commands take it as their argument, and anything else that has such an id. */
export interface EnvironmentNode {
	readonly id: string;
}

/** What the view drags; its name is made by VS Code from the view's id. */
export const environmentMime = "application/vnd.code.tree.dataverseworkbench.environments";

/** The id that a command was given, from an item of the view or from another extension. */
export function environmentIdOf(argument: unknown): string | undefined {
	if (typeof argument === "string") return argument;
	if (typeof argument !== "object" || argument === null || !("id" in argument)) return undefined;
	return typeof argument.id === "string" ? argument.id : undefined;
}

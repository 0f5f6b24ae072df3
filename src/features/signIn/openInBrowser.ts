import { env, type Uri } from "vscode";

/**
 * Opens the person's browser, wherever the screen is; false where VS Code could not, or the person said no. The address is
 * given as a text, which VS Code takes as it is: a `Uri` would lose the encoding of "+" and "&" in the values of a query
 * (https://github.com/microsoft/vscode/issues/85930).
 */
export async function openInBrowser(url: string): Promise<boolean> {
	return env.openExternal(url as unknown as Uri);
}

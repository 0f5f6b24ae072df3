/** Builds the product and packs it the way people install it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runToEnd } from "./childProcess.ts";
import { projectFolder } from "./sharedFolder.ts";

/** Where `packageExtension` puts what it made. */
export const vsixPath = join(projectFolder, ".build", "dataverse-workbench.vsix");

/** The identifier under which VS Code knows the extension. */
export async function extensionId(): Promise<string> {
	const manifest: unknown = JSON.parse(await readFile(join(projectFolder, "package.json"), "utf8"));
	const { publisher, name } = manifest as { readonly publisher: string; readonly name: string };
	return `${publisher}.${name}`;
}

/** Bundles everything into dist. `tests`: also the tests that run inside VS Code. Throws with esbuild's words. */
export async function buildProduct({ tests = false }: { readonly tests?: boolean } = {}): Promise<void> {
	await runScript("esbuild.mjs", tests ? ["--tests"] : []);
}

/** Packs what is built as a .vsix and gives its path. Throws with vsce's words. */
export async function packageExtension(): Promise<string> {
	await runScript("node_modules/@vscode/vsce/vsce", ["package", "--no-dependencies", "--out", vsixPath]);
	return vsixPath;
}

/**
 * Path of the packed extension: the one that `npm test` has made beforehand (`DVW_VSIX`), so that nothing is built under
 * the feet of tests that run at the same time, or one that is built now, once a process.
 */
export async function packagedExtension(): Promise<string> {
	if (process.env.DVW_VSIX === undefined) {
		await buildProduct();
		process.env.DVW_VSIX = await packageExtension();
	}
	return process.env.DVW_VSIX;
}

async function runScript(script: string, args: readonly string[]): Promise<void> {
	const { code, output } = await runToEnd(process.execPath, [script, ...args], { cwd: projectFolder });
	if (code !== 0) throw new Error(`${script} ${args.join(" ")} ended with ${code}:\n${output}`);
}

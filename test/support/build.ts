/** Builds the product and packs it the way people install it. */
import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runToEnd } from "./childProcess.ts";
import { projectFolder } from "./sharedFolder.ts";

const vsce = "node_modules/@vscode/vsce/vsce";

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
	await runScript(vsce, ["package", "--no-dependencies", "--out", vsixPath]);
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

/**
 * Path of the packed extension that trusts the loopback cloud besides Microsoft's: made beforehand (`DVW_LOOPBACK_VSIX`) or
 * now, once a process. It is built and packed in a folder of its own, so that what ships cannot be mistaken for it.
 */
export async function loopbackExtension(): Promise<string> {
	if (process.env.DVW_LOOPBACK_VSIX === undefined) {
		const folder = join(projectFolder, ".build", "loopback");
		await runScript("esbuild.mjs", ["--loopback-cloud"]);
		for (const name of await readdir(projectFolder)) {
			if (shipped.test(name)) await cp(join(projectFolder, name), join(folder, name), { recursive: true });
		}
		const vsix = join(folder, "dataverse-workbench-loopback.vsix");
		await runScript(join(projectFolder, vsce), ["package", "--no-dependencies", "--out", vsix], folder);
		process.env.DVW_LOOPBACK_VSIX = vsix;
	}
	return process.env.DVW_LOOPBACK_VSIX;
}

/** What vsce packs besides `dist`, and its own list of that. */
const shipped = /^(package(\.nls.*)?\.json|README\.md|CHANGELOG\.md|LICENSE|NOTICE|media|l10n|\.vscodeignore)$/;

async function runScript(script: string, args: readonly string[], cwd = projectFolder): Promise<void> {
	const { code, output } = await runToEnd(process.execPath, [script, ...args], { cwd });
	if (code !== 0) throw new Error(`${script} ${args.join(" ")} ended with ${code}:\n${output}`);
}

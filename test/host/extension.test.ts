import { deepEqual, equal, ok } from "node:assert/strict";
import { commands, extensions } from "vscode";

interface Manifest {
	readonly publisher: string;
	readonly name: string;
	readonly contributes?: { readonly commands?: readonly { readonly command: string }[] };
}

/** The extension under test: the one that is loaded from this checkout. */
function extensionUnderTest() {
	const found = extensions.all.find(({ id }) => id === "dataverse-workbench.dataverse-workbench");
	ok(found, "the extension is not installed");
	return found;
}

describe("the extension", () => {
	it("activates and gives nothing to other extensions", async () => {
		const extension = extensionUnderTest();
		equal(await extension.activate(), undefined);
		ok(extension.isActive);
	});

	it("registers the commands that package.json lists, and no others", async () => {
		const extension = extensionUnderTest();
		await extension.activate();
		const manifest = extension.packageJSON as Manifest;
		const listed = (manifest.contributes?.commands ?? []).map(({ command }) => command);
		const registered = await commands.getCommands(true);
		const own = registered.filter((command) => command.startsWith("dataverseWorkbench."));
		// VS Code adds commands of its own for every view: focus, open, toggleVisibility, resetViewLocation, removeView.
		const ofViews = /\.(focus|open|toggleVisibility|resetViewLocation|removeView)$/;
		deepEqual(own.filter((command) => !ofViews.test(command) || listed.includes(command)).sort(), listed.toSorted());
	});
});

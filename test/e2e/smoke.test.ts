import { runCommand, switchTheme, type ThemeKind, themes } from "../support/vscode/workbench.ts";
import { useWorkbench } from "./harness.ts";

describe("the packaged extension in a new VS Code", () => {
	const workbench = useWorkbench();

	it("is installed under its name", async () => {
		const { page } = workbench();
		await runCommand(page, "View: Show Extensions");
		await page.locator(".extensions-list .name", { hasText: "Dataverse Workbench" }).waitFor();
	});

	it("opens the sample workspace", async () => {
		const { page } = workbench();
		await runCommand(page, "View: Show Explorer");
		await page.getByRole("treeitem", { name: "README.md" }).waitFor();
	});

	for (const theme of Object.keys(themes) as ThemeKind[]) {
		it(`shows the theme ${themes[theme]}`, async () => {
			const { page, screenshot } = workbench();
			await switchTheme(page, theme);
			await screenshot(`smoke-${theme}`);
		});
	}
});

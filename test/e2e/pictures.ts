/**
 * Takes the pictures of README.md from the real thing: `npm run pictures`. Not part of `npm test`, because pictures
 * differ by a few pixels from machine to machine and would change with every run.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { projectFolder } from "../support/sharedFolder.ts";
import { hoverOver, openFile, runCommand, switchTheme, webview } from "../support/vscode/workbench.ts";
import { useWorkbench } from "./harness.ts";

const folder = join(projectFolder, "media", "readme");

async function take(of: Page | Locator, name: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	await of.screenshot({ path: join(folder, `${name}.png`) });
}

async function openView(page: Page): Promise<void> {
	await page.locator(".activitybar").getByRole("tab", { name: "Dataverse" }).click();
	await page
		.getByRole("treeitem", { name: /^Tables/ })
		.first()
		.waitFor();
}

/** Opens items of the tree one below the other, each by the beginning of its name. */
async function expand(page: Page, names: readonly RegExp[]): Promise<void> {
	for (const name of names) {
		const item = page.getByRole("treeitem", { name, expanded: false }).first();
		await item.click();
		await page.getByRole("treeitem", { name, expanded: true }).first().waitFor();
	}
}

describe("pictures for README.md", function () {
	this.timeout(120_000);
	const workbench = useWorkbench({
		viewport: { width: 1200, height: 720 },
		settings: { "editor.minimap.enabled": false, "typescript.validate.enable": false },
	});

	it("the view beside a file with a hover, dark", async () => {
		const { page } = workbench();
		await openView(page);
		await switchTheme(page, "dark");
		await expand(page, [/^Tables/, /^Account\b/, /^Columns/]);
		await openFile(page, "openCases.ts");
		// An uncoloured line is drawn in pieces of equal length, which may cut the word.
		await page.locator(".view-line", { hasText: "_customerid_value" }).locator("span span").nth(4).waitFor();
		await hoverOver(page, "_customerid_value", "_customerid_value", "customerid");
		await take(page, "overview");
		await page.mouse.move(5, 5);
		await take(page.locator(".part.sidebar"), "schema-view");
	});

	it("a hover, light", async () => {
		const { page } = workbench();
		await switchTheme(page, "light");
		await hoverOver(page, "$filter=msdyn_eventtype", "msdyn_eventtype", "msdyn_eventtype");
		await take(page.locator(".part.editor"), "hover");
		await page.mouse.move(5, 5);
	});

	it("search, dark", async () => {
		const { page } = workbench();
		await switchTheme(page, "dark");
		await runCommand(page, "Dataverse: Search Schema");
		const input = page.locator('.quick-input-widget input[type="text"]');
		await input.fill("event type");
		await page.locator(".quick-input-list .monaco-list-row", { hasText: "msdyn_eventtype" }).first().waitFor();
		await take(page.locator(".quick-input-widget"), "search");
		await page.keyboard.press("Escape");
	});

	it("the sandbox, dark", async () => {
		const { page } = workbench();
		await switchTheme(page, "dark");
		await runCommand(page, "Dataverse: Open Sandbox");
		await page.locator(".quick-input-list .monaco-list-row", { hasText: "Copy Token" }).first().waitFor();
		await take(page.locator(".quick-input-widget"), "sandbox");
		await page.keyboard.press("Escape");
	});

	it("a table page, light", async () => {
		const { page } = workbench();
		await switchTheme(page, "light");
		await runCommand(page, "View: Toggle Primary Side Bar Visibility");
		await runCommand(page, "Dataverse: Open Table Page");
		const input = page.locator('.quick-input-widget input[type="text"]');
		await input.fill("msdyn_sessionevent");
		await page.locator(".quick-input-list .monaco-list-row", { hasText: "msdyn_sessionevent" }).first().click();
		await webview(page).getByRole("heading", { name: "Session event" }).waitFor();
		await webview(page).getByText("Event Type", { exact: true }).first().waitFor();
		await take(page.locator(".part.editor"), "table-page");
	});
});

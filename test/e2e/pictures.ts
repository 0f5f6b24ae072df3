/**
 * Takes the pictures of README.md from the real thing: `npm run pictures`. Not part of `npm test`, because pictures
 * differ by a few pixels from machine to machine and would change with every run.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { projectFolder } from "../support/sharedFolder.ts";
import {
	chooseInQuickInput,
	hoverOver,
	openFile,
	runCommand,
	switchTheme,
	webview,
} from "../support/vscode/workbench.ts";
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

/** Types into a cell of the rows, by its place on the screen. */
async function type(
	page: Page,
	rows: FrameLocator,
	{ row, column }: { readonly row: number; readonly column: number },
	text: string,
): Promise<void> {
	await rows.locator(`[aria-rowindex="${row + 1}"] > [aria-colindex="${column}"]`).click();
	await page.keyboard.type(text);
	await page.keyboard.press("Enter");
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
		await runCommand(page, "View: Close Primary Side Bar");
		await runCommand(page, "Dataverse: Open Table Page");
		await chooseInQuickInput(page, "msdyn_sessionevent", "Session event");
		const table = webview(page);
		await table.getByRole("heading", { name: "Session event" }).waitFor();
		await table.getByText("Event Type", { exact: true }).first().waitFor();
		await take(page.locator(".part.editor"), "table-page");
		await runCommand(page, "View: Close All Editors");
	});

	it("rows with staged changes, and their review, light", async () => {
		const { page } = workbench();
		await switchTheme(page, "light");
		await page.setViewportSize({ width: 1100, height: 560 });
		await runCommand(page, "Dataverse: Browse Rows");
		await chooseInQuickInput(page, "incident", "Case");
		const rows = webview(page);
		await rows.getByText(/^50 of (about|more than) /).waitFor();
		await type(page, rows, { row: 3, column: 2 }, "Coffee machine leaks again");
		await rows.getByText("1 change staged in 1 row").waitFor();
		await type(page, rows, { row: 5, column: 2 }, "Invoice was paid twice");
		await rows.getByText("2 changes staged in 2 rows").waitFor();
		await take(page.locator(".part.editor"), "rows");
		await rows.getByRole("button", { name: "Review changes…" }).click();
		const review = page.locator("iframe.webview.ready:visible").contentFrame().frameLocator("iframe#active-frame");
		await review.getByRole("button", { name: "Save 2 changes to Sandbox" }).waitFor();
		await take(page.locator(".part.editor"), "review");
	});
});

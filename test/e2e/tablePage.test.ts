import assert from "node:assert/strict";
import type { FrameLocator, Page } from "playwright-core";
import {
	chooseInQuickInput,
	runCommand,
	switchTheme,
	type ThemeKind,
	themes,
	withQuickInput,
} from "../support/vscode/workbench.ts";
import { useWorkbench } from "./harness.ts";

/** VS Code starts anew with a reload: on a loaded machine that takes long. */
const reloadMs = 90_000;

describe("the table page in VS Code", () => {
	const workbench = useWorkbench();

	before(async () => {
		const { page } = workbench();
		await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
		// The palette lists the extension's commands only from then on.
		await page.locator(".activitybar").getByRole("tab", { name: "Dataverse" }).waitFor();
	});

	it("opens from the palette", async () => {
		const table = await open(workbench().page, "account", "Account");
		await table.getByRole("region", { name: /^Columns/ }).waitFor();
		await table.getByText("accounts", { exact: true }).first().waitFor();
		await haveTabs(workbench().page, ["account.dvtable"]);
	});

	it("filters columns and unfolds the options of a choice", async () => {
		const table = shown(workbench().page);
		await table.getByRole("textbox", { name: "Filter columns" }).fill("industrycode");
		await table.locator("#columns .state", { hasText: /1 of \d+/ }).waitFor();
		await table.locator("#columns").getByRole("button", { name: "Show details of Industry" }).click();
		const options = table.getByRole("table", { name: "industrycode: Options" });
		await options.getByRole("row", { name: "1 Accounting" }).waitFor();
		await workbench().screenshot("table-page-options");
	});

	it("copies a name to the clipboard", async () => {
		const { page } = workbench();
		await shown(page).locator("#columns").getByRole("button", { name: "industrycode", exact: true }).first().click();
		await shown(page).getByText("industrycode copied").waitFor();
		assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "industrycode");
	});

	it("copies one of the table's names from its button", async () => {
		const { page } = workbench();
		await shown(page).getByRole("button", { name: "Copy…" }).click();
		await chooseInQuickInput(page, "Entity set", "accounts");
		await page.waitForFunction(async () => (await navigator.clipboard.readText()) === "accounts");
	});

	it("leads from a relationship to the other table, at its column", async () => {
		const { page } = workbench();
		const account = shown(page);
		await account.getByRole("textbox", { name: "Filter relationships: One-to-many" }).fill("contact_customer_accounts");
		await account.locator("#oneToMany").getByRole("link", { name: "parentcustomerid" }).click();
		const contact = await titled(page, "Contact");
		await contact.locator("[id='column-parentcustomerid-details'] dl").waitFor();
		await haveTabs(page, ["account.dvtable", "contact.dvtable"]);
	});

	it("opens no second tab for a table that is open, and still has its filter", async () => {
		const { page } = workbench();
		const account = await open(page, "account", "Account");
		assert.equal(await account.getByRole("textbox", { name: "Filter columns" }).inputValue(), "industrycode");
		await account.getByRole("table", { name: "industrycode: Options" }).waitFor();
		await haveTabs(page, ["account.dvtable", "contact.dvtable"]);
	});

	it("opens at a column from Go to Symbol in Workspace, in the tab of the table", async () => {
		const { page } = workbench();
		await page.keyboard.press("ControlOrMeta+T");
		const input = page.locator('.quick-input-widget input[type="text"]');
		await input.fill("#industrycode");
		await page
			.locator(".quick-input-list .monaco-list-row", {
				hasText: "account.dvtable",
			})
			.first()
			.click();
		const account = await titled(page, "Account");
		await account.locator("tr.marked[id='column-industrycode']").waitFor();
		await haveTabs(page, ["account.dvtable", "contact.dvtable"]);
	});

	it("opens the largest table and filters all its relationships", async () => {
		const { page, screenshot } = workbench();
		const user = await open(page, "systemuser", "User");
		await user.getByRole("link", { name: "One-to-many" }).click();
		await user
			.locator("#oneToMany")
			.getByText(/^200 of 5,\d{3}$/)
			.waitFor();
		await user.getByRole("textbox", { name: "Filter relationships: One-to-many" }).fill("sessionevent createdby");
		const row = user.locator("#oneToMany tr.row", {
			hasText: "lk_msdyn_sessionevent_createdby",
		});
		await row.waitFor();
		await row.getByRole("button", { name: "Show details" }).click();
		await user.locator("#oneToMany tr.details dl").waitFor();
		await screenshot("table-page-relationships");
	});

	it("comes back with its place and filters after the window is reloaded", async () => {
		const { page } = workbench();
		await runCommand(page, "Developer: Reload Window");
		const user = await titled(page, "User", reloadMs);
		await user.locator("#oneToMany tr.details dl").waitFor();
		assert.equal(
			await user.getByRole("textbox", { name: "Filter relationships: One-to-many" }).inputValue(),
			"sessionevent createdby",
		);
		await haveTabs(page, ["account.dvtable", "systemuser.dvtable", "contact.dvtable"]);
	});

	it("goes back to a table whose tab was restored in the background", async () => {
		const contact = await open(workbench().page, "contact", "Contact");
		await contact.locator("[id='column-parentcustomerid-details'] dl").waitFor();
	});

	for (const theme of Object.keys(themes) as ThemeKind[]) {
		it(`wears the theme ${themes[theme]}, the library's controls too`, async () => {
			const { page, screenshot } = workbench();
			await switchTheme(page, theme);
			const table = await titled(page, "Contact");
			await table.getByRole("button", { name: "Show details of Company Name" }).scrollIntoViewIfNeeded();
			await screenshot(`table-page-${theme}-details`);
			await table.getByRole("heading", { level: 1 }).scrollIntoViewIfNeeded();
			await screenshot(`table-page-${theme}`);
			const drawn = await table.locator("vscode-button").first().evaluate(backgrounds);
			assert.equal(drawn.button, drawn.expected);
		});
	}

	it("reads well at 400 pixels", async () => {
		const { page, screenshot } = workbench();
		await runCommand(page, "View: Close Primary Side Bar");
		await page.setViewportSize({ width: 450, height: 800 });
		const contact = await titled(page, "Contact");
		const { scroll, width } = await contact.locator("html").evaluate((html) => ({
			scroll: html.scrollWidth,
			width: html.clientWidth,
		}));
		await screenshot("table-page-narrow");
		await contact.getByRole("link", { name: /^Columns/ }).click();
		await screenshot("table-page-narrow-columns");
		assert.ok(width <= 400 && scroll <= width, `${scroll} of ${width}`);
	});
});

/** What the button is drawn with, and what the theme says. */
function backgrounds(button: Element): {
	readonly button: string;
	readonly expected: string;
} {
	const probe = document.body.appendChild(document.createElement("div"));
	probe.style.setProperty("background-color", "var(--vscode-button-background, transparent)");
	const expected = getComputedStyle(probe).backgroundColor;
	probe.remove();
	return { button: getComputedStyle(button).backgroundColor, expected };
}

/** The table page that is on screen. */
function shown(page: Page): FrameLocator {
	return page.locator("iframe.webview.ready:visible").contentFrame().frameLocator("iframe#active-frame");
}

/** The table page that is on screen once it has this title. */
async function titled(page: Page, title: string, timeout = 30_000): Promise<FrameLocator> {
	const table = shown(page);
	await table.getByRole("heading", { level: 1, name: title }).waitFor({ timeout });
	return table;
}

async function open(page: Page, table: string, title: string): Promise<FrameLocator> {
	const command = () => runCommand(page, "Dataverse: Open Table Page");
	await withQuickInput(page, command, (timeout) => chooseInQuickInput(page, table, title, timeout));
	return await titled(page, title);
}

/** Waits until these are the tabs: for a moment a page that comes back may have two. */
async function haveTabs(page: Page, expected: readonly string[]): Promise<void> {
	await page.waitForFunction((names) => {
		const tabs = [...document.querySelectorAll<HTMLElement>(".tabs-container .tab")];
		return tabs.map((tab) => tab.innerText.replace(/\s/g, "")).join() === names;
	}, expected.join());
}

import { match } from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import {
	chooseInQuickInput,
	clickRowAction,
	openFile,
	runCommand,
	switchTheme,
	type ThemeKind,
	webview,
	withQuickInput,
} from "../support/vscode/workbench.ts";
import { useWorkbench } from "./harness.ts";

/** The item that a screen reader calls so; the first one where several are. */
function item(page: Page, name: RegExp): Locator {
	return page.locator(".pane-body").getByRole("treeitem", { name }).first();
}

/** Opens items one below the other. */
async function expand(page: Page, ...names: readonly RegExp[]): Promise<void> {
	for (const name of names) {
		const found = item(page, name);
		await found.waitFor();
		if ((await found.getAttribute("aria-expanded")) === "false") await found.click();
		await page.locator(".pane-body").getByRole("treeitem", { name, expanded: true }).first().waitFor();
	}
}

async function filterByText(page: Page, text: string): Promise<void> {
	await runCommand(page, "Dataverse: Filter Tables…");
	await chooseInQuickInput(page, "text", "Text in a name");
	const input = page.locator('.quick-input-widget input[type="text"]');
	await input.fill(text);
	await input.press("Enter");
	await item(page, new RegExp(`^Tables, .*filtered: ${text}`)).waitFor();
}

/** Types into the search, opened by a command, and waits for the row that is wanted. */
async function search(page: Page, text: string, row: RegExp): Promise<Locator> {
	const found = page.locator(".quick-input-list .monaco-list-row", { hasText: row }).first();
	await withQuickInput(
		page,
		() => runCommand(page, "Dataverse: Search Schema"),
		async (timeout) => {
			await page.locator('.quick-input-widget input[placeholder^="Name, label or value"]').fill(text, { timeout });
			await found.waitFor({ timeout });
		},
	);
	return found;
}

describe("The Schema view", () => {
	const workbench = useWorkbench();

	before(async () => {
		const { page } = workbench();
		await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.getByRole("tab", { name: "Dataverse" }).click();
		await item(page, /^Tables, 1,\d{3}$/).waitFor();
	});

	it("shows favourites, tables and global choices with their counts", async () => {
		const { page } = workbench();
		await item(page, /^Favourites, 0$/).waitFor();
		await item(page, /^Global choices, \d+$/).waitFor();
	});

	it("opens a table into its columns", async () => {
		const { page, screenshot } = workbench();
		await filterByText(page, "msdyn_sessionevent");
		await expand(page, /^Tables,/, /^Session event, msdyn_sessionevent$/);
		await item(page, /^Keys, not documented$/).waitFor();
		await expand(page, /^Columns, 27$/);
		await item(page, /^Event Type, msdyn_eventtype, choice, 33 options/).waitFor();
		await item(page, /^Name, msdyn_name, text 100, required$/).waitFor();
		await screenshot("schema-columns-light");
	});

	it("opens a relationship on to the other table", async () => {
		const { page } = workbench();
		await item(page, /^Columns, 27$/).click();
		await expand(page, /^Relationships, \d+$/, /^Many-to-one, \d+$/, /^Session, msdyn_omnichannelsession/);
		await expand(page, /^Session, msdyn_ocsession$/);
		await item(page, /^Columns, (?!27)/).waitFor();
	});

	it("keeps the filter in sight, and one click takes it off", async () => {
		const { page } = workbench();
		await page.getByText("Filtered: msdyn_sessionevent · 1 table").waitFor();
		await clickRowAction(page, item(page, /^Tables,/), "Clear Filter");
		await item(page, /^Tables, 1,\d{3}$/).waitFor();
		await page.getByText("Filtered: msdyn_sessionevent").waitFor({ state: "detached" });
	});

	for (const theme of ["dark", "highContrast", "light"] satisfies ThemeKind[]) {
		it(`is shown in the theme ${theme}`, async () => {
			const { page, screenshot } = workbench();
			await switchTheme(page, theme);
			await screenshot(`schema-tree-${theme}`);
		});
	}

	it("lists the thousands of relationships of a table in groups and pages", async () => {
		const { page, screenshot } = workbench();
		await filterByText(page, "systemuser");
		await expand(page, /^User, systemuser$/, /^Relationships, 5,\d{3}$/, /^One-to-many, 5,\d{3}$/);
		await expand(page, /^msdyn_, 3,\d{3}$/, /^Account .*1–200$/);
		await item(page, /^Account KPI Item, createdby, msdyn_accountkpiitem/).waitFor();
		await screenshot("schema-many-relationships");
		await runCommand(page, "Dataverse: Clear Filter");
	});

	it("copies names with the keyboard", async () => {
		const { page } = workbench();
		await page.getByRole("button", { name: "Collapse All" }).first().click();
		await expand(page, /^Tables,/);
		await item(page, /^Account KPI Item, msdyn_accountkpiitem$/).click();
		await page.keyboard.press("ControlOrMeta+C");
		await page.waitForFunction(async () => (await navigator.clipboard.readText()) === "msdyn_accountkpiitem");
	});

	it("keeps favourites over a reload", async () => {
		const { page } = workbench();
		await clickRowAction(page, item(page, /^Account KPI Item, msdyn_accountkpiitem$/), "Add to Favourites");
		await item(page, /^Favourites, 1$/).waitFor();
		await page.reload();
		await expand(page, /^Favourites, 1$/);
		await item(page, /^Account KPI Item/).waitFor();
		await clickRowAction(page, item(page, /^Account KPI Item/), "Remove from Favourites");
		await item(page, /^Nothing here yet/).waitFor();
	});

	it("can be walked with the keyboard alone", async () => {
		const { page } = workbench();
		await runCommand(page, "Dataverse: Focus on Schema View");
		await page.keyboard.press("Home");
		const focused = page.locator(".pane-body .monaco-list-row.focused");
		await page.keyboard.press("ArrowDown");
		while ((await focused.getAttribute("aria-label"))?.startsWith("Tables") !== true)
			await page.keyboard.press("ArrowDown");
		await page.keyboard.press("ArrowRight");
		await item(page, /^Account, account$/).waitFor();
		await page.keyboard.press("ArrowDown");
		match((await focused.getAttribute("aria-label")) ?? "", /^Account, account$/);
		await page.keyboard.press("Shift+F10");
		await page.getByRole("menuitem", { name: "Open Table Page" }).waitFor();
		const chosen = page.locator(".monaco-menu .action-item.focused", { hasText: "Open Table Page" });
		while (!(await chosen.isVisible())) await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page
			.getByRole("tab", { name: /^account/ })
			.first()
			.waitFor();
		await webview(page).getByText("accountid", { exact: true }).first().waitFor();
	});

	it("forgets favourites and filter when all data is to be removed, after asking", async () => {
		const { page, screenshot } = workbench();
		await filterByText(page, "msdyn_sessionevent");
		await expand(page, /^Tables,/);
		await clickRowAction(page, item(page, /^Session event, msdyn_sessionevent$/), "Add to Favourites");
		await item(page, /^Favourites, 1$/).waitFor();
		const question = page.getByRole("dialog", { name: /Remove everything/ });
		await runCommand(page, "Dataverse: Remove All Data…");
		await question.getByRole("button", { name: "Cancel" }).click();
		await item(page, /^Favourites, 1$/).waitFor();
		await runCommand(page, "Dataverse: Remove All Data…");
		await question.waitFor();
		await screenshot("remove-all-data");
		await question.getByRole("button", { name: "Remove" }).click();
		await item(page, /^Favourites, 0$/).waitFor();
		await item(page, /^Tables, 1,\d{3}$/).waitFor();
	});
});

describe("Search Schema", () => {
	const workbench = useWorkbench();

	before("the window knows the extension", async () => {
		await workbench().page.getByRole("tab", { name: "Dataverse" }).waitFor();
	});

	it("finds a column and opens the page of its table there", async () => {
		const { page, screenshot } = workbench();
		const found = await search(page, "accountnum", /Account Number.*accountnumber · column · Account/);
		await screenshot("search-light");
		await found.click();
		await page
			.getByRole("tab", { name: /^account/ })
			.first()
			.waitFor();
		await webview(page).getByText("accountnumber").first().waitFor();
	});

	it("lets the person choose among the tables of a name", async () => {
		const { page, screenshot } = workbench();
		await (await search(page, "createdon", /createdon · column · in 1,\d{3} tables/)).click();
		await page.getByText("Created On: choose the table").waitFor();
		await screenshot("search-places");
		await page.locator('.quick-input-widget input[type="text"]').fill("contact");
		await page.keyboard.press("Enter");
		await page
			.getByRole("tab", { name: /^contact/ })
			.first()
			.waitFor();
		// A page that is still loading takes the focus when it is there, and closes what is open then.
		await webview(page).getByText("contactid", { exact: true }).first().waitFor();
	});

	it("leads back from the tables to the search", async () => {
		const { page } = workbench();
		await (await search(page, "createdon", /createdon · column · in 1,\d{3} tables/)).click();
		await page.getByText("Created On: choose the table").waitFor();
		await page.getByRole("button", { name: "Back" }).click();
		// The search opens again with its text in a step of its own, so the test waits for the text.
		await page.waitForFunction(
			(text) => document.querySelector<HTMLInputElement>('.quick-input-widget input[type="text"]')?.value === text,
			"createdon",
		);
		await page.getByRole("option", { name: /createdon · column · in 1,\d{3} tables/ }).waitFor();
		await page.keyboard.press("Escape");
	});

	it("copies and inserts what was found", async () => {
		const { page } = workbench();
		await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
		await openFile(page, "README.md");
		const found = await search(page, "numberofemployees", /numberofemployees · column/);
		await found.hover();
		await found.getByRole("button", { name: "Copy Name" }).click();
		await page.waitForFunction(async () => (await navigator.clipboard.readText()) === "numberofemployees");
		const again = await search(page, "numberofemployees", /numberofemployees · column/);
		await again.hover();
		await again.getByRole("button", { name: "Insert at Cursor" }).click();
		await page.locator(".view-line", { hasText: "numberofemployees" }).first().waitFor();
		await runCommand(page, "File: Revert File");
	});

	it("shows in the tree what was found", async () => {
		const { page } = workbench();
		const found = await search(page, "industrycode", /industrycode · column · Account, Lead/);
		await found.hover();
		await found.getByRole("button", { name: "Show in Schema View" }).click();
		await page
			.locator(".quick-input-list .monaco-list-row", {
				hasText: "account · industrycode",
			})
			.click();
		await page.locator(".pane-body .monaco-list-row.focused", { hasText: "Industry" }).waitFor();
		await runCommand(page, "View: Show Explorer");
	});

	it("says what to try where nothing is found", async () => {
		const { page } = workbench();
		await search(page, "qqqqzzzz", /Nothing in the schema matches qqqqzzzz.*Try a part of the name/);
		await page.keyboard.press("Escape");
	});

	it("is part of Go to Symbol in Workspace", async () => {
		const { page } = workbench();
		// Where the mouse rested in the last list, a tooltip would lie over this one.
		await page.mouse.move(640, 700);
		await page.keyboard.press("ControlOrMeta+T");
		await page.keyboard.type("industrycode");
		await page
			.locator(".quick-input-list .monaco-list-row", {
				hasText: /industrycode Industry.*lead/,
			})
			.click();
		// The tab of a column's address makes way for the one of its table: for a moment there are two.
		await page.getByRole("tab", { name: /^lead/ }).first().waitFor();
	});
});

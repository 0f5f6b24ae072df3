import { match, ok } from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { clickRowAction, runCommand, switchTheme, webview } from "../support/vscode/workbench.ts";
import { useWorkbench } from "./harness.ts";

const themes = ["dark", "light", "highContrast"] as const;

const titles = ["Look at the schema", "Open the sandbox", "Browse rows", "Edit a cell", "Add an environment"];
const pictures = [
	"The Schema view",
	"The menu of the sandbox",
	"Rows of the table",
	"A changed value",
	"Environments with",
];

const step = (page: Page, title: string): Locator => page.locator(".getting-started-step", { hasText: title });

/** Requests in the panel, each one line. */
const requests = (page: Page): Locator => page.locator(".panel").getByRole("treeitem", { level: 1 });

/** The clipboard, when it holds something that fits: nobody waits for writing it. */
async function clipboard(page: Page, form: RegExp): Promise<string> {
	for (;;) {
		const text = await page.evaluate(() => navigator.clipboard.readText());
		if (form.test(text)) return text;
		await page.waitForTimeout(50);
	}
}

describe("From the walkthrough to the list of requests", () => {
	const workbench = useWorkbench({ viewport: { width: 1440, height: 900 } });

	before(() => workbench().page.context().grantPermissions(["clipboard-read", "clipboard-write"]));

	it("tells what to do first, in every theme", async () => {
		const { page, screenshot } = workbench();
		await runCommand(page, "View: Close Primary Side Bar");
		await runCommand(page, "Dataverse: Get Started");
		for (const title of titles) await step(page, title).waitFor();
		for (const theme of themes) {
			await switchTheme(page, theme);
			for (const [index, title] of titles.entries()) {
				await step(page, title).click();
				await webview(page)
					.getByRole("img", { name: pictures[index] ?? "" })
					.waitFor();
				await screenshot(`walkthrough-${index + 1}-${theme}`);
			}
		}
		await switchTheme(page, "dark");
	});

	it("opens the sandbox and rows by its buttons, and ticks them off", async () => {
		const { page } = workbench();
		await step(page, "Open the sandbox").click();
		await page.getByRole("button", { name: "Open Sandbox" }).click();
		await page.locator(".quick-input-widget", { hasText: "Sandbox at http://127.0.0.1:" }).waitFor();
		await page.keyboard.press("Escape");
		await step(page, "Browse rows").click();
		await page.getByRole("button", { name: "Browse Rows of Account" }).click();
		await page.locator(".tab.active", { hasText: "Account" }).waitFor();
		await page.locator(".tab", { hasText: /Welcome|Walkthrough/ }).click();
		for (const title of ["Open the sandbox", "Browse rows"])
			await step(page, title).locator(".codicon.complete").first().waitFor();
	});

	it("lists what was sent, and copies it without the token", async () => {
		const { page, screenshot } = workbench();
		await runCommand(page, "Dataverse: Show Requests");
		const rows = requests(page).filter({ hasText: "GET accounts" });
		await rows.first().waitFor();
		match((await rows.first().getAttribute("aria-label")) ?? "", /^GET accounts, status 200, [\d,]+ ms, .*Sandbox/);
		await clickRowAction(page, rows.first(), "Copy as cURL (without Token)");
		const curl = await clipboard(page, /^curl /);
		match(curl, /--request 'GET' --url 'http:\/\/127\.0\.0\.1:\d+\/api\/data\/v9\.2\/accounts/);
		match(curl, /"Authorization: Bearer \$DATAVERSE_TOKEN"/);
		await runCommand(page, "Dataverse: Copy Sandbox Token");
		const token = await clipboard(page, /^[\w-]{43}$/);
		ok(!curl.includes(token));
		await rows.first().click();
		const details = page.locator(".panel").getByRole("treeitem", { level: 2 });
		await details.filter({ hasText: "Request ID" }).waitFor();
		for (const theme of themes) {
			await switchTheme(page, theme);
			await rows.first().hover();
			await screenshot(`requests-${theme}`);
		}
		await switchTheme(page, "dark");
	});

	it("filters, and says so", async () => {
		const { page, screenshot } = workbench();
		const all = await requests(page).count();
		await page.locator(".panel").getByRole("button", { name: "Filter Requests…" }).click();
		await page.locator(".quick-input-widget").getByText("Failures only").click();
		await page.locator(".quick-input-widget").getByRole("button", { name: "OK" }).click();
		await page
			.locator(".panel")
			.getByText(/^0 of \d+ requests: Failures only$/)
			.waitFor();
		await page.waitForFunction(() => document.querySelectorAll('.panel [role="treeitem"]').length === 0);
		await screenshot("requests-filtered");
		await page.locator(".panel").getByRole("button", { name: "Clear Request Filter" }).click();
		await requests(page)
			.nth(all - 1)
			.waitFor();
	});
});

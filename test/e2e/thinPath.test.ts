import { equal, match, ok } from "node:assert/strict";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { clickRowAction, runCommand, switchTheme, type ThemeKind, themes } from "../support/vscode/workbench.ts";
import { useWorkbench } from "./harness.ts";

/** VS Code starts anew with a reload: on a loaded machine that takes long. */
const reloadMs = 90_000;

/** As long as the page waits for anything else. */
const patienceMs = 60_000;

/** The webview in front that has this in it: VS Code keeps a frame for each, whose order is that of their making. */
async function frameWith(page: Page, find: (frame: FrameLocator) => Locator): Promise<FrameLocator> {
	const end = performance.now() + patienceMs;
	while (performance.now() < end) {
		// One that has just gone behind another still has its content for a moment.
		const frames = page.locator("iframe.webview.ready:visible");
		for (let nth = 0; nth < (await frames.count()); nth++) {
			const frame = frames.nth(nth).contentFrame().frameLocator("iframe#active-frame");
			if (
				await find(frame)
					.isVisible()
					.catch(() => false)
			)
				return frame;
		}
		await page.waitForTimeout(100);
	}
	throw new Error("No webview in front has it.");
}

const results = (page: Page) => frameWith(page, (frame) => frame.getByRole("grid", { name: "Rows of Account" }));
const review = (page: Page) => frameWith(page, (frame) => frame.getByRole("heading", { name: "Review Changes" }));

const columnOf = async (frame: FrameLocator, name: string): Promise<number> =>
	Number(await frame.getByRole("columnheader", { name }).getAttribute("aria-colindex"));

const cell = (frame: FrameLocator, row: number, column: number) =>
	frame.locator(`[aria-rowindex="${row + 1}"] > [aria-colindex="${column}"]`);

const dirty = (page: Page) => page.locator(".tabs-container .tab.dirty", { hasText: "Account (Sandbox)" });

const staged = (frame: FrameLocator) => frame.getByText("1 change staged in 1 row");

/** Types into a cell of the row that is edited. */
async function stage(page: Page, column: number, text: string): Promise<void> {
	const frame = await results(page);
	const at = cell(frame, edited, column);
	await at.click();
	await page.keyboard.type(text);
	await at.getByRole("textbox").press("Enter");
	await at.filter({ hasText: text }).waitFor();
	await staged(frame).waitFor();
}

/** Takes back what is staged: the page, VS Code and the extension all have to know it. */
async function discard(page: Page): Promise<void> {
	const frame = await results(page);
	await frame.getByRole("button", { name: "Discard" }).click();
	await staged(frame).waitFor({ state: "hidden" });
	await dirty(page).waitFor({ state: "hidden" });
}

/** A text without the mark of a staged change. */
const textOf = async (locator: Locator): Promise<string> => ((await locator.textContent()) ?? "").replace(/^●/, "");

/** Longer than VS Code waits before it makes a backup. */
const backupMs = 3000;

/** Auto-save waits a second; the extension takes a request within the next three for it. */
const autoSaveMs = 5000;

/** Row on the screen whose cell is edited: one that has a revenue. */
const edited = 3;

/** What the sandbox holds: asked by its own address, past the extension. */
async function sandboxValue(page: Page): Promise<unknown> {
	const url = await copied(page, "Dataverse: Copy Sandbox URL", /^http:/);
	const token = await copied(page, "Dataverse: Copy Sandbox Token", /^[\w-]{43}$/);
	const asked = await fetch(`${url}/accounts?$select=revenue&$filter=revenue eq 1234567`, {
		headers: { authorization: `Bearer ${token}` },
	});
	// It lies over the buttons at the foot of the page.
	await runCommand(page, "Notifications: Clear All Notifications");
	const { value } = (await asked.json()) as { readonly value: readonly { readonly revenue: number }[] };
	return value[0]?.revenue;
}

/** Runs a command that copies, until the clipboard holds something that fits: writing it is not waited for by anybody. */
async function copied(page: Page, command: string, form: RegExp): Promise<string> {
	await page.evaluate(() => navigator.clipboard.writeText("nothing"));
	await runCommand(page, command);
	for (;;) {
		const text = await page.evaluate(() => navigator.clipboard.readText());
		if (form.test(text)) return text;
		await page.waitForTimeout(50);
	}
}

describe("The thin path", () => {
	const workbench = useWorkbench({ settings: { "files.autoSave": "off" } });

	before(async () => {
		await workbench().page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
	});

	it("opens the sandbox with one click on it", async () => {
		const { page } = workbench();
		await page.locator(".activitybar").getByRole("tab", { name: "Dataverse" }).click();
		await page
			.getByRole("treeitem", { name: /^Sandbox/ })
			.first()
			.click();
		await page
			.getByRole("treeitem", { name: /^Sandbox.*running/ })
			.first()
			.waitFor();
	});

	it("browses the rows of a table from the tree", async () => {
		const { page, screenshot } = workbench();
		await page
			.getByRole("treeitem", { name: /^Tables/ })
			.first()
			.click();
		await clickRowAction(page, page.getByRole("treeitem", { name: /^Account, account/ }).first(), "Browse Rows");
		const frame = await results(page);
		await frame.getByText(/^50 of (about|more than) /).waitFor();
		await screenshot("rows-light");
	});

	it("reads the next page", async () => {
		const frame = await results(workbench().page);
		await frame.getByRole("button", { name: "Next page" }).click();
		await frame.getByText(/^100 of (about|more than) /).waitFor();
		await frame.locator('[role="grid"][aria-rowcount="101"]').waitFor();
	});

	it("edits a cell with the keyboard alone, and says what is wrong with a text", async () => {
		const { page, screenshot } = workbench();
		const frame = await results(page);
		const column = await columnOf(frame, "Annual Revenue");
		await cell(frame, edited, 2).click();
		await page.keyboard.press("Home");
		for (let at = 1; at < column; at++) await page.keyboard.press("ArrowRight");
		match(await textOf(cell(frame, edited, column)), /^\D+[\d,]+(\.\d\d)?$/);
		await page.keyboard.press("F2");
		await page.keyboard.type("ten");
		await page.keyboard.press("Enter");
		await frame.getByText("This is no number.").waitFor();
		await screenshot("rows-refused-light");
		await page.keyboard.press("Control+A");
		await page.keyboard.type("1234567");
		await page.keyboard.press("Enter");
		await staged(frame).waitFor();
		await dirty(page).waitFor();
		await cell(frame, edited, column).filter({ hasText: "1,234,567" }).waitFor();
		await screenshot("rows-staged-light");
	});

	it("takes it back and makes it again with VS Code's own undo and redo", async () => {
		const { page } = workbench();
		const frame = await results(page);
		await page.keyboard.press("Control+Z");
		await staged(frame).waitFor({ state: "hidden" });
		await dirty(page).waitFor({ state: "hidden" });
		await page.keyboard.press("Control+Y");
		await staged(frame).waitFor();
		await dirty(page).waitFor();
	});

	it("keeps the draft when the window is reloaded", async () => {
		const { page } = workbench();
		// In a browser VS Code keeps a backup a second after the edit, and asks whoever wants to leave before.
		await page.waitForTimeout(backupMs);
		await runCommand(page, "Developer: Reload Window");
		await page.locator(".activitybar").getByRole("tab", { name: "Dataverse" }).waitFor({ timeout: reloadMs });
		const frame = await results(page);
		await staged(frame).waitFor();
		await dirty(page).waitFor();
		await frame.getByText(/^50 of (about|more than) /).waitFor();
		const column = await columnOf(frame, "Annual Revenue");
		await cell(frame, edited, column).filter({ hasText: "1,234,567" }).waitFor();
		const left = await sandboxValue(page);
		ok(left !== 1234567, "nothing was sent");
	});

	it("shows the change in words and as the request, from Ctrl+S", async () => {
		const { page, screenshot } = workbench();
		const frame = await results(page);
		await cell(frame, edited, 2).click();
		await page.keyboard.press("Control+S");
		const shown = await review(page);
		await shown
			.getByText(/Annual Revenue .* → .*1,234,567/)
			.first()
			.waitFor();
		const request = await textOf(shown.locator(".request pre"));
		match(request, /^PATCH http:\/\/127\.0\.0\.1:\d+\/api\/data\/v9\.2\/accounts\([\da-f-]{36}\)\n/);
		match(request, /\nif-match: W\/"\d+"\n/);
		match(request, /\{\n {2}"revenue": 1234567\n\}$/);
		await shown.getByText("practice").waitFor();
		for (const theme of Object.keys(themes) as ThemeKind[]) {
			await switchTheme(page, theme);
			await screenshot(`review-${theme}`);
		}
		await switchTheme(page, "light");
	});

	it("saves to the sandbox and shows the new version", async () => {
		const { page, screenshot } = workbench();
		const shown = await review(page);
		await shown.getByRole("button", { name: "Save 1 change to Sandbox" }).click();
		const saved = shown.getByText(/^. ?Saved\. Version \d+ → \d+\.$/);
		await saved.waitFor();
		await shown.getByText("1 record was saved to Sandbox.").waitFor();
		const version = / → (\d+)\./.exec(await textOf(saved))?.[1];
		await screenshot("review-saved-light");
		await dirty(page).waitFor({ state: "hidden" });
		await shown.getByRole("button", { name: "Back to the rows" }).click();
		const frame = await results(page);
		ok(version);
		await cell(frame, edited, await columnOf(frame, "Version"))
			.getByText(version, { exact: true })
			.waitFor();
		await cell(frame, edited, await columnOf(frame, "Annual Revenue"))
			.filter({ hasText: "1,234,567" })
			.waitFor();
		await screenshot("rows-saved-light");
		equal(await sandboxValue(page), 1234567);
	});

	it("stages the old value as a new change when what was saved is undone", async () => {
		const { page } = workbench();
		const frame = await results(page);
		await cell(frame, edited, 2).click();
		const name = await textOf(cell(frame, edited, 2));
		await page.keyboard.type("Renamed and saved");
		await page.keyboard.press("Enter");
		await frame.getByRole("button", { name: "Review changes…" }).click();
		const shown = await review(page);
		await shown.getByRole("button", { name: "Save 1 change to Sandbox" }).click();
		await shown.getByText("1 record was saved to Sandbox.").waitFor();
		await dirty(page).waitFor({ state: "hidden" });
		await shown.getByRole("button", { name: "Back to the rows" }).click();
		const rows = await results(page);
		await cell(rows, edited, 2).filter({ hasText: "Renamed and saved" }).click();
		await page.keyboard.press("Control+Z");
		await staged(rows).waitFor();
		await cell(rows, edited, 2).getByText(name, { exact: true }).waitFor();
		await dirty(page).waitFor();
		await rows.getByRole("button", { name: "Undo" }).waitFor();
		await discard(page);
	});

	for (const theme of ["dark", "highContrast", "highContrastLight"] as const) {
		it(`wears the theme ${themes[theme]}`, async () => {
			const { page, screenshot } = workbench();
			await switchTheme(page, theme);
			const frame = await results(page);
			if (theme === "dark") await stage(page, 2, "Renamed");
			else await cell(frame, edited, 2).click();
			await screenshot(`rows-${theme}`);
		});
	}

	it("stays as it is under auto-save, which sends nothing; Save leads to Review", async () => {
		const { page } = workbench();
		await switchTheme(page, "light");
		// When it is turned on, VS Code saves what is dirty at once, and that is no person either.
		await page.waitForTimeout(autoSaveMs);
		await runCommand(page, "File: Toggle Auto Save");
		await page.waitForTimeout(1000);
		await discard(page);
		const frame = await results(page);
		await stage(page, 3, "A-SAVED?");
		// So long that auto-save, after its second, has asked, and that who asks now is a person.
		await page.waitForTimeout(autoSaveMs);
		await page.locator(".tabs-container .tab.active", { hasText: "Account (Sandbox)" }).first().waitFor();
		await dirty(page).waitFor();
		await staged(frame).waitFor();
		await runCommand(page, "File: Save");
		const shown = await review(page);
		await shown
			.getByText(/A-SAVED\?/)
			.first()
			.waitFor();
		await dirty(page).waitFor();
		await runCommand(page, "File: Toggle Auto Save");
		await shown.getByRole("button", { name: "Back to the rows" }).click();
		await staged(await results(page)).waitFor();
		equal(await page.locator(".notification-toast.error, .notification-toast .codicon-error").count(), 0);
	});

	it("asks before it is closed, and leads to Review instead of sending anything", async () => {
		const { page, screenshot } = workbench();
		await page.locator(".tabs-container .tab", { hasText: "Account (Sandbox)" }).first().click();
		await stage(page, 3, "A-CLOSED");
		await dirty(page).waitFor();
		await runCommand(page, "View: Close Editor");
		await page.locator(".monaco-dialog-box").waitFor();
		await screenshot("rows-close-light");
		await page.locator(".monaco-dialog-box").getByRole("button", { name: "Save", exact: true }).click();
		const shown = await review(page);
		await shown
			.getByText(/A-CLOSED/)
			.first()
			.waitFor();
		await shown.getByRole("button", { name: "Back to the rows" }).click();
		await discard(page);
	});
});

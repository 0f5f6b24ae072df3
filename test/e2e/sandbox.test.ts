import { equal, match, ok } from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { chooseFile, chooseInQuickInput, openWorkbench, runCommand, switchTheme } from "../support/vscode/workbench.ts";
import { useWorkbench } from "./harness.ts";

const statusItem = (page: Page): Locator => page.locator('.statusbar-item[id$=".dataverseWorkbench.sandbox"]');

const menu = (page: Page): Locator => page.locator(".quick-input-widget", { hasText: "Sandbox at http://127.0.0.1:" });

/** Runs a command that copies, until the clipboard holds something that fits: writing it is not waited for by anybody. */
async function copied(page: Page, command: string, form: RegExp): Promise<string> {
	await page.bringToFront();
	await page.evaluate(() => navigator.clipboard.writeText("nothing"));
	await runCommand(page, command);
	for (;;) {
		const text = await page.evaluate(() => navigator.clipboard.readText());
		if (form.test(text)) return text;
		await page.waitForTimeout(50);
	}
}

interface Reached {
	readonly url: string;
	readonly token: string;
}

/** The sandbox as this window copies it. */
async function reach(page: Page): Promise<Reached> {
	return {
		url: await copied(page, "Dataverse: Copy Sandbox URL", /^http:\/\/127\.0\.0\.1:\d+\/api\/data\/v9\.2$/),
		token: await copied(page, "Dataverse: Copy Sandbox Token", /^[\w-]{43}$/),
	};
}

async function ask({ url, token }: Reached, path: string, init: RequestInit = {}): Promise<Response> {
	return await fetch(path.startsWith("/") ? new URL(path, url) : `${url}/${path}`, {
		...init,
		headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
	});
}

async function accounts(reached: Reached): Promise<number> {
	return Number((await (await ask(reached, "accounts/$count")).text()).replace("\uFEFF", ""));
}

async function until(holds: () => Promise<boolean>): Promise<void> {
	while (!(await holds().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 200));
}

const answer = async (page: Page, button: string): Promise<void> => {
	await page.locator(".monaco-dialog-box").getByRole("button", { name: button, exact: true }).click();
};

describe("The sandbox", () => {
	const workbench = useWorkbench();
	let reached: Reached;

	before(async () => {
		await workbench().page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
	});

	it("opens with one command, with what can be done with it", async () => {
		const { page, screenshot } = workbench();
		await runCommand(page, "Dataverse: Open Sandbox");
		await menu(page).waitFor();
		await menu(page).getByText("Copy Token").waitFor();
		await screenshot("sandbox-menu-light");
		await page.keyboard.press("Escape");
		await statusItem(page).waitFor();
	});

	it("answers at the URL and with the token that it copies, with sample rows in it", async () => {
		reached = await reach(workbench().page);
		equal((await ask(reached, "WhoAmI")).status, 200);
		ok((await accounts(reached)) > 100);
		equal((await ask({ ...reached, token: "another" }, "WhoAmI")).status, 401);
	});

	it("shows requests that work", async () => {
		const { page, screenshot } = workbench();
		await runCommand(page, "Dataverse: Open Sandbox Requests");
		await page.locator(".view-line", { hasText: "/WhoAmI" }).waitFor();
		await screenshot("sandbox-requests-light");
		await runCommand(page, "View: Revert and Close Editor");
	});

	it("adds rows when it is asked to", async () => {
		const { page } = workbench();
		const before = await accounts(reached);
		await runCommand(page, "Dataverse: Add Sample Rows to Sandbox…");
		await chooseInQuickInput(page, "1,000", "1,000 rows");
		await page.locator(".notification-toast", { hasText: "1,000 sample rows were added." }).waitFor();
		ok((await accounts(reached)) > before + 100);
	});

	it("opens from the status bar, in a dark theme as well", async () => {
		const { page, screenshot } = workbench();
		await runCommand(page, "Notifications: Clear All Notifications");
		await switchTheme(page, "dark");
		await statusItem(page).click();
		await menu(page).waitFor();
		await screenshot("sandbox-menu-dark");
		await page.keyboard.press("Escape");
		await switchTheme(page, "light");
	});

	it("is the same in a second window", async () => {
		const { page, server, workspace, screenshot } = workbench();
		const second = await page.context().browser()?.newPage();
		ok(second);
		await second.context().grantPermissions(["clipboard-read", "clipboard-write"]);
		await openWorkbench(second, server, { workspace });
		await second.locator(".activitybar").getByRole("tab", { name: "Dataverse" }).waitFor();
		await runCommand(second, "Dataverse: Open Sandbox");
		await menu(second).waitFor();
		await second.keyboard.press("Escape");
		const there = await reach(second);
		equal(there.url, reached.url);
		equal(there.token, reached.token);
		const made = await ask(there, "accounts", { method: "POST", body: JSON.stringify({ name: "Made there" }) });
		equal(made.status, 204);
		const found = await ask(reached, "accounts/$count?$filter=name eq 'Made there'");
		match(await found.text(), /1$/);
		await second.close();
		await page.bringToFront();
		await screenshot("sandbox-after-second-window");
	});

	it("is there again after its window was reloaded, with its records", async () => {
		const { page } = workbench();
		const before = await accounts(reached);
		await page.reload();
		await page.locator(".activitybar").getByRole("tab", { name: "Dataverse" }).waitFor();
		await statusItem(page).waitFor();
		reached = await reach(page);
		equal(await accounts(reached), before);
	});

	it("is stopped by a command and keeps its records and its address", async () => {
		const { page } = workbench();
		const before = await accounts(reached);
		await runCommand(page, "Dataverse: Stop Sandbox");
		await statusItem(page).waitFor({ state: "hidden" });
		await until(async () => {
			try {
				await ask(reached, "WhoAmI");
				return false;
			} catch {
				return true;
			}
		});
		const again = await reach(page);
		equal(again.url, reached.url);
		reached = again;
		equal(await accounts(reached), before);
	});

	it("goes to a file and comes back from it", async () => {
		const { page, workspace, screenshot } = workbench();
		const file = join(workspace, "kept.json");
		const before = await accounts(reached);
		await runCommand(page, "Dataverse: Export Sandbox to JSON…");
		await chooseInQuickInput(page, "whole", "The Whole Sandbox");
		await chooseFile(page, file);
		await page.locator(".notification-toast", { hasText: "rows are in kept.json." }).waitFor();
		ok(existsSync(file));
		await ask(reached, "accounts", { method: "POST", body: JSON.stringify({ name: "After the export" }) });
		equal(await accounts(reached), before + 1);
		await runCommand(page, "Dataverse: Import JSON into Sandbox…");
		await chooseFile(page, file);
		await page.locator(".monaco-dialog-box").waitFor();
		await screenshot("sandbox-import-light");
		await answer(page, "Import");
		await until(async () => (await accounts(reached)) === before);
		await runCommand(page, "Notifications: Clear All Notifications");
	});

	it("is emptied only after a question", async () => {
		const { page, screenshot } = workbench();
		await runCommand(page, "Dataverse: Reset Sandbox…");
		await page.locator(".monaco-dialog-box").waitFor();
		await screenshot("sandbox-reset-light");
		await answer(page, "Reset to Empty");
		await until(async () => (await accounts(reached)) === 0);
		equal((await ask(reached, "WhoAmI")).status, 200);
	});

	it("goes with everything else that is stored", async () => {
		const { page } = workbench();
		const status = (await (await ask(reached, "/sandbox/status")).json()) as { readonly file: string };
		ok(existsSync(status.file));
		await runCommand(page, "Dataverse: Remove All Data…");
		await answer(page, "Remove All Data");
		await until(() => Promise.resolve(!existsSync(status.file)));
		await statusItem(page).waitFor({ state: "hidden" });
	});
});

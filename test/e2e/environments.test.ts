import { equal, match } from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { copySampleWorkspace } from "../support/sampleWorkspace.ts";
import { scratchFolder } from "../support/scratchFolder.ts";
import { chooseInQuickInput, openFile, runCommand, switchTheme, type ThemeKind } from "../support/vscode/workbench.ts";
import { useWorkbench } from "./harness.ts";

/** The item that a screen reader calls so. */
const item = (page: Page, name: RegExp): Locator => page.locator(".pane-body").getByRole("treeitem", { name }).first();

const status = (page: Page): Locator => page.locator('.statusbar-item[id$=".dataverseWorkbench.environment"]');

const input = (page: Page): Locator => page.locator('.quick-input-widget input[type="text"]');

const dialog = (page: Page): Locator => page.locator(".monaco-dialog-box");

/** Types over what stands in the input box that is open, once it asks for that, and accepts it. */
async function answer(page: Page, prompt: string, text: string): Promise<void> {
	await page.locator(".quick-input-widget", { hasText: prompt }).waitFor();
	await input(page).fill(text);
	await input(page).press("Enter");
}

/** The address that the sandbox's command copies, once it is there: nobody waits for a clipboard to be written. */
async function copiedUrl(page: Page): Promise<string> {
	await page.bringToFront();
	await runCommand(page, "Dataverse: Copy Sandbox URL");
	for (;;) {
		const text = await page.evaluate(() => navigator.clipboard.readText());
		if (/^http:\/\/127\.0\.0\.1:\d+\/api\/data\//.test(text)) return text;
		await page.waitForTimeout(50);
	}
}

async function statusSays(page: Page, text: RegExp): Promise<void> {
	await status(page).filter({ hasText: text }).waitFor();
}

describe("Environments", () => {
	const workbench = useWorkbench();

	before(async () => {
		const { page, workspace } = workbench();
		await writeFile(join(workspace, "queries", "cases.http"), "GET incidents?$top=3\n");
		await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.getByRole("tab", { name: "Dataverse" }).click();
		await item(page, /^Sandbox,/).waitFor();
	});

	it("have the sandbox among them before anything was done", async () => {
		const { page, screenshot } = workbench();
		await item(page, /^Sandbox, practice, click to start$/).waitFor();
		await page.getByText("Click the sandbox to practise on this machine").waitFor();
		await status(page).waitFor({ state: "hidden" });
		await screenshot("environments-new-light");
	});

	it("open the sandbox with one key, and work with it", async () => {
		const { page } = workbench();
		await page.locator(".pane-body .monaco-list").first().focus();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await item(page, /^Sandbox, current, practice, running$/).waitFor();
		await statusSays(page, /^\s*Sandbox\s*$/);
	});

	it("add another by its address, which is read-only at once where it is production", async () => {
		const { page, screenshot } = workbench();
		const url = await copiedUrl(page);
		await runCommand(page, "Dataverse: Add Environment…");
		await page.locator(".quick-input-widget", { hasText: "Find My Environments" }).waitFor();
		await screenshot("environments-add-light");
		await chooseInQuickInput(page, "", "By its Address");
		await page.locator(".quick-input-widget", { hasText: "Address of the environment" }).waitFor();
		await input(page).fill("http://contoso.crm4.dynamics.com");
		await page.locator(".quick-input-message", { hasText: "The address must begin with https" }).waitFor();
		await screenshot("environments-address-light");
		await input(page).fill(url);
		await input(page).press("Enter");
		await answer(page, "Name, as you call it", "Contoso");
		await page.getByPlaceholder("What is it for?").waitFor();
		await screenshot("environments-kind-light");
		await chooseInQuickInput(page, "", "Production");
		await page.locator(".notification-toast", { hasText: "Connected to Contoso" }).waitFor();
		await item(page, /^Contoso, current, PRODUCTION, read-only/).waitFor();
		await statusSays(page, /Contoso · PRODUCTION · read-only/);
		match((await status(page).getAttribute("class")) ?? "", /warning-kind/);
		await runCommand(page, "Notifications: Clear All Notifications");
	});

	for (const theme of ["dark", "highContrast", "light"] satisfies ThemeKind[]) {
		it(`show a locked production environment in the theme ${theme}`, async () => {
			const { page, screenshot } = workbench();
			await switchTheme(page, theme);
			await screenshot(`environments-locked-${theme}`);
		});
	}

	it("unlock production only for its exact name, and say for how long", async () => {
		const { page, screenshot } = workbench();
		await runCommand(page, "Dataverse: Unlock Environment for Writing…");
		await page.locator(".quick-input-widget", { hasText: "Contoso is production." }).waitFor();
		await input(page).fill("contoso");
		await input(page).press("Enter");
		await page.locator(".quick-input-message", { hasText: "Type Contoso, exactly so" }).waitFor();
		await screenshot("environments-unlock-light");
		await statusSays(page, /read-only/);
		await input(page).fill("Contoso");
		await input(page).press("Enter");
		await statusSays(page, /Contoso · PRODUCTION · unlocked, 15 min left/);
		match((await status(page).getAttribute("class")) ?? "", /error-kind/);
		await screenshot("environments-unlocked-light");
	});

	it("are locked again by a command", async () => {
		const { page } = workbench();
		await runCommand(page, "Dataverse: Lock Environment");
		await statusSays(page, /Contoso · PRODUCTION · read-only/);
	});

	it("switch from the status bar, and each file of queries may have its own", async () => {
		const { page, screenshot } = workbench();
		await openFile(page, "cases.http");
		await runCommand(page, "Dataverse: Choose Environment of This File…");
		await page.locator(".quick-input-widget", { hasText: "Same as the Window" }).waitFor();
		await screenshot("environments-of-file-light");
		await chooseInQuickInput(page, "Sandbox", "Sandbox");
		await statusSays(page, /^\s*Sandbox\s*$/);
		await openFile(page, "openCases.ts");
		await statusSays(page, /Contoso/);
		await status(page).click();
		await page.getByPlaceholder("Which environment do you want to work with in this window?").waitFor();
		await screenshot("environments-switch-light");
		await chooseInQuickInput(page, "Sandbox", "Sandbox");
		await statusSays(page, /^\s*Sandbox\s*$/);
		await item(page, /^Contoso, PRODUCTION, read-only/).waitFor();
	});

	it("move with the keyboard, and keep their order and their choice over a reload, but no open lock", async () => {
		const { page } = workbench();
		await runCommand(page, "Dataverse: Unlock Environment for Writing…");
		await answer(page, "Contoso is production.", "Contoso");
		await item(page, /^Contoso, PRODUCTION, unlocked/).click();
		await page.keyboard.press("Alt+ArrowUp");
		const first = page.locator(".pane-body").first().getByRole("treeitem").first();
		await first.and(item(page, /^Contoso/)).waitFor();
		await page.reload();
		await first.and(item(page, /^Contoso, current, PRODUCTION, read-only/)).waitFor();
		await statusSays(page, /Contoso · PRODUCTION · read-only/);
	});

	it("become no production only after a question", async () => {
		const { page, screenshot } = workbench();
		await runCommand(page, "Dataverse: Edit Environment…");
		await page.getByPlaceholder("What do you want to change?").waitFor();
		await screenshot("environments-edit-light");
		await chooseInQuickInput(page, "Kind", "Kind");
		await chooseInQuickInput(page, "", "Test");
		await dialog(page).getByText("Change Contoso from production to test?").waitFor();
		await screenshot("environments-loosen-light");
		await dialog(page).getByRole("button", { name: "It Is Not Production" }).click();
		await item(page, /^Contoso, current, test/).waitFor();
	});

	it("are removed after a question", async () => {
		const { page, screenshot } = workbench();
		await runCommand(page, "Dataverse: Remove Environment…");
		await dialog(page).getByText("Remove Contoso from the list?").waitFor();
		await screenshot("environments-remove-light");
		await dialog(page).getByRole("button", { name: "Remove" }).click();
		await item(page, /^Contoso/).waitFor({ state: "detached" });
		equal(await page.locator(".pane-body").first().getByRole("treeitem").count(), 1);
	});
});

describe("Environments that a workspace shares", () => {
	const scratch = { remove: (): void => undefined };
	const options: { workspaceTrust: boolean; workspace?: string } = { workspaceTrust: true };

	before("a workspace with a shared file", async () => {
		const folder = await scratchFolder("shared");
		scratch.remove = folder.remove;
		options.workspace = await copySampleWorkspace(folder.path);
		await mkdir(join(options.workspace, ".vscode"));
		const environments = [
			{ name: "Team Test", url: "https://team-test.crm4.dynamics.com", kind: "test", tenant: "team.example" },
		];
		const text = `// For everybody.\n${JSON.stringify({ environments }, undefined, "\t")}\n`;
		await writeFile(join(options.workspace, ".vscode", "dataverse-environments.json"), text);
	});

	const workbench = useWorkbench(options);

	after(() => {
		scratch.remove();
	});

	it("are ignored in Restricted Mode", async () => {
		const { page, screenshot } = workbench();
		await page.getByRole("tab", { name: "Dataverse" }).click();
		await item(page, /^Sandbox, practice/).waitFor();
		await runCommand(page, "Dataverse: Refresh Environments");
		await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
		equal(await page.locator(".pane-body").first().getByRole("treeitem").count(), 1);
		await screenshot("environments-restricted-light");
	});

	it("are there when the workspace is trusted", async () => {
		const { page, screenshot } = workbench();
		await runCommand(page, "Workspaces: Manage Workspace Trust");
		await page.locator(".workspace-trust-editor").getByRole("button", { name: "Trust", exact: true }).click();
		await item(page, /^Team Test, test, not signed in, shared by the workspace$/).waitFor();
		await runCommand(page, "View: Close All Editors");
		await screenshot("environments-shared-light");
	});

	it("have their host confirmed before anybody signs in there", async () => {
		const { page, screenshot } = workbench();
		await item(page, /^Team Test/).click();
		await item(page, /^Team Test, current/).waitFor();
		await runCommand(page, "Dataverse: Sign In…");
		await dialog(page).getByText("Use team-test.crm4.dynamics.com, which the workspace calls Team Test?").waitFor();
		await screenshot("environments-confirm-light");
		await dialog(page).getByRole("button", { name: "Cancel" }).click();
		await runCommand(page, "Dataverse: Sign In…");
		await dialog(page).getByRole("button", { name: "Use This Host" }).click();
		await page.getByPlaceholder("How do you want to sign in?").waitFor();
		await screenshot("environments-methods-light");
		await page.keyboard.press("Escape");
		await runCommand(page, "Dataverse: Sign In…");
		await page.getByPlaceholder("How do you want to sign in?").waitFor();
		await page.keyboard.press("Escape");
	});
});

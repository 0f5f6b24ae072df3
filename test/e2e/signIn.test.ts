import { deepEqual, match, ok } from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { loopbackExtension } from "../support/build.ts";
import { loopbackEnvironment, loopbackSettings } from "../support/identity/forPeople.ts";
import { LeakWatch } from "../support/identity/leakWatch.ts";
import type { TestUser } from "../support/identity/registrations.ts";
import { type Identity, startIdentity } from "../support/identity/startIdentity.ts";
import { chooseFile, clickRowAction, openWorkbench, runCommand, webview } from "../support/vscode/workbench.ts";
import { useWorkbench } from "./harness.ts";

describe("signing in, in VS Code", function () {
	let identity: Identity;
	const watch = new LeakWatch();

	const workbench = useWorkbench({
		viewport: { width: 1280, height: 900 },
		settings: loopbackSettings,
		prepare: async () => {
			identity = await startIdentity({ pollInterval: 1, besideLocalhost: true, rows: 2000 });
			return { vsix: await loopbackExtension(), env: loopbackEnvironment(identity) };
		},
	});

	after(() => identity.close());

	/** Adds the environment by its address and chooses how to sign in. */
	async function add(name: string, method: string): Promise<void> {
		const { page } = workbench();
		await showSchema(page, false);
		await runCommand(page, "Dataverse: Add Environment…");
		await choose(page, "By its Address");
		await type(page, identity.environmentUrl);
		await type(page, name);
		await choose(page, "Development");
		await choose(page, method);
	}

	/** The item of an environment in the view. */
	function item(name: string): Locator {
		const { page } = workbench();
		return page.locator(".pane", { hasText: "Environments" }).getByRole("treeitem", { name: new RegExp(`^${name}`) });
	}

	it("works with a device code", async () => {
		const { page, screenshot } = workbench();
		await page.locator(".activitybar").getByRole("tab", { name: "Dataverse" }).click();
		await logEverything(page);
		await add("By code", "Code");
		const rows = page.locator(".quick-input-list .monaco-list-row");
		await rows.filter({ hasText: "Copy Code and Open Page" }).waitFor();
		await screenshot("sign-in-device-code");
		const title = await page.locator(".quick-input-titlebar").innerText();
		const code = /\b[A-Z]{4}-[A-Z]{4}\b/.exec(title)?.[0] ?? "";
		match(code, /-/);
		await rows.filter({ hasText: "Copy Code and Open Page" }).click();
		const authority = await openedAfter(page);
		await authority.locator("[name=user_code]").fill(code);
		await authority.getByRole("button", { name: "Next" }).click();
		await authority.getByRole("button", { name: "Continue" }).click();
		await signInAt(authority, identity.users.ben);
		await authority.getByText("You have signed in.").first().waitFor();
		await authority.close();
		await item("By code").filter({ hasText: "ben@contoso.test" }).waitFor();
		await screenshot("sign-in-device-code-done");
	});

	it("can be given up, in the list as in the notification", async () => {
		const { page } = workbench();
		const rows = page.locator(".quick-input-list .monaco-list-row");
		const toast = page.locator(".notification-toast", { hasText: "Enter the code" });
		const giveUp = [
			() => rows.filter({ hasText: "Cancel Sign-In" }).click(),
			async () => {
				// The list may be closed: the code stays where it can be read.
				await page.keyboard.press("Escape");
				await rows.filter({ hasText: "Copy Code" }).first().waitFor({ state: "hidden" });
				await toast.getByRole("button", { name: "Cancel" }).click();
			},
		];
		for (const [index, cancel] of giveUp.entries()) {
			await add(`Given up ${index}`, "Code");
			await rows.filter({ hasText: "Copy Code and Open Page" }).waitFor();
			await toast.waitFor();
			await cancel();
			await toast.waitFor({ state: "hidden" });
			await rows.filter({ hasText: "Copy Code and Open Page" }).waitFor({ state: "hidden" });
			await item(`Given up ${index}`).filter({ hasText: "not signed in" }).waitFor();
		}
	});

	it("works as an application with a secret", async () => {
		const { page, screenshot } = workbench();
		const { clientId, secret } = identity.applications.secret;
		await add("By secret", "Application with a Secret");
		await type(page, clientId);
		await type(page, "00000000-0000-4000-8000-000000000000", { stays: true });
		await screenshot("sign-in-secret-id");
		await type(page, secret);
		await item("By secret").filter({ hasText: clientId }).waitFor();
	});

	it("says what is wrong with a secret, and what to do", async () => {
		const { page, screenshot } = workbench();
		await add("By a wrong secret", "Application with a Secret");
		await type(page, identity.applications.secret.clientId);
		await type(page, "this is not the secret");
		const told = page.locator(".notification-toast", { hasText: "does not accept the client secret" });
		await told.waitFor();
		await screenshot("sign-in-wrong-secret");
		await told.getByRole("button", { name: "Show Details" }).click();
		const details = page.locator(".monaco-dialog-box", { hasText: "AADSTS7000215" });
		await details.waitFor();
		await screenshot("sign-in-details");
		await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
		await details.getByRole("button", { name: "Copy Details" }).click();
		await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("Code: AADSTS7000215"));
		await runCommand(page, "Notifications: Clear All Notifications");
	});

	it("works as an application with a certificate", async () => {
		const { page, screenshot } = workbench();
		const { clientId } = identity.applications.certificate;
		await add("By certificate", "Application with a Certificate");
		await type(page, clientId);
		await page.locator(".quick-input-title", { hasText: "PEM File" }).waitFor();
		await screenshot("sign-in-certificate");
		await chooseFile(page, identity.certificateFile, "Use Certificate");
		await item("By certificate").filter({ hasText: clientId }).waitFor();
	});

	it("works in the browser", async () => {
		const { page, screenshot } = workbench();
		await add("By browser", "Browser");
		const authority = await openedAfter(page);
		await signInAt(authority, identity.users.ada);
		await authority.waitForURL(/^http:\/\/(localhost|127\.0\.0\.1):\d+/);
		watch.tell("landing page", await authority.content());
		watch.tell("landing address", authority.url());
		await authority.close();
		await item("By browser").filter({ hasText: "ada@contoso.test" }).waitFor();
		await screenshot("sign-in-browser-done");
	});

	it("finds environments once somebody has signed in, who is signed in to them then", async () => {
		const { page, screenshot } = workbench();
		await runCommand(page, "Dataverse: Add Environment…");
		await choose(page, "Find My Environments");
		await choose(page, "loopback");
		await choose(page, "Browser");
		await signInAt(await openedAfter(page), identity.users.ben);
		const found = page.locator(".quick-input-list .monaco-list-row", { hasText: "Loopback" });
		await found.getByRole("checkbox").click();
		await screenshot("sign-in-discovery");
		await page.locator(".quick-input-widget").getByRole("button", { name: "OK" }).click();
		await item("Loopback").filter({ hasText: "ben@contoso.test" }).waitFor();
	});

	it("reads rows as whom one has signed in", async () => {
		const { page, screenshot } = workbench();
		await showSchema(page, true);
		await page
			.getByRole("treeitem", { name: /^Tables/ })
			.first()
			.click();
		await clickRowAction(page, page.getByRole("treeitem", { name: /^Account, account/ }).first(), "Browse Rows");
		const rows = webview(page);
		await rows.getByText(/^50 of (about|more than) /).waitFor();
		await screenshot("sign-in-rows");
		watch.tell("webview", await rows.locator("html").innerHTML());
		await showSchema(page, false);
	});

	it("still holds after the window was loaded again", async () => {
		const { page, server, workspace, screenshot } = workbench();
		const tokens = (): number => new Set(identity.front.seen.map(({ token }) => token)).size;
		const before = tokens();
		const grants = identity.grants.length;
		await openWorkbench(page, server, { workspace });
		await page.locator(".activitybar").getByRole("tab", { name: "Dataverse" }).click();
		for (const [name, user] of [
			["By code", "ben@contoso.test"],
			["By secret", identity.applications.secret.clientId],
			["By certificate", identity.applications.certificate.clientId],
			["By browser", "ada@contoso.test"],
			["Loopback", "ben@contoso.test"],
		] as const) {
			await item(name).filter({ hasText: user }).waitFor();
		}
		await runCommand(page, "Dataverse: Refresh Environments");
		// Each of the four who are signed in gets a token of this window, without anybody being asked.
		while (tokens() < before + 4) await page.waitForTimeout(100);
		deepEqual(new Set(identity.grants.slice(grants)), new Set(["refresh_token", "client_credentials"]));
		await screenshot("sign-in-after-reload");
	});

	it("leaves no token, secret or key anywhere but in the secret storage", async () => {
		const { page, server } = workbench();
		await runCommand(page, "Dataverse: Show Log");
		watch.tell("page", await page.content());
		// VS Code in a browser keeps the extension's secrets there, and encrypts them.
		const kept = String(await page.evaluate("JSON.stringify({ ...localStorage })"));
		match(kept, /"secrets.provider":/);
		watch.tell("local storage", kept);
		watch.tell("server", server.log());
		watch.folder(server.folder);
		const logs = readdirSync(server.folder, { recursive: true, encoding: "utf8" }).filter((name) =>
			name.endsWith("Dataverse Workbench.log"),
		);
		const sizes = logs.map((name) => statSync(join(server.folder, name)).size);
		ok(Math.max(...sizes) > 0, "the log has something in it");
		deepEqual(watch.find(identity.secrets()), []);
		deepEqual(identity.mistakes, []);
	});
});

/** The page that VS Code opens once it was told that it may: it asks about addresses that it does not know. */
async function openedAfter(page: Page): Promise<Page> {
	const opened = page.context().waitForEvent("page");
	await page.locator(".monaco-dialog-box").getByRole("button", { name: "Open", exact: true }).click();
	return await opened;
}

/** Has every line written to the log, MSAL's among them, so that there is something to look through. */
async function logEverything(page: Page): Promise<void> {
	await runCommand(page, "Developer: Set Log Level...");
	await choose(page, "Trace");
}

/** Fills in the authority's page. */
async function signInAt(authority: Page, { userName, password }: TestUser): Promise<void> {
	await authority.getByLabel("User").fill(userName);
	await authority.getByLabel("Password").fill(password);
	await authority.getByRole("button", { name: "Sign in" }).click();
}

/** Folds the tree of the schema, which leaves more room for the environments, or unfolds it. */
async function showSchema(page: Page, shown: boolean): Promise<void> {
	const header = page.locator(".pane-header", { hasText: "Schema" });
	while ((await header.getAttribute("aria-expanded")) !== String(shown)) {
		await header.click({ position: { x: 30, y: 10 } });
		await page.waitForTimeout(200);
	}
}

/** Chooses in the list that is open. */
async function choose(page: Page, row: string): Promise<void> {
	const label = page.locator(".label-name", { hasText: new RegExp(`^\\s*${row}$`) });
	await page.locator(".quick-input-list .monaco-list-row", { has: label }).click();
}

/** Types into the box that is open; it closes or changes, unless what was typed is refused. */
async function type(page: Page, text: string, { stays = false } = {}): Promise<void> {
	const input = page.locator(".quick-input-widget input:visible");
	await input.fill(text);
	await page.keyboard.press("Enter");
	if (!stays)
		await page.waitForFunction(
			`!Array.from(document.querySelectorAll(".quick-input-widget input")).some((one) => one.checkVisibility() && one.value === ${JSON.stringify(text)})`,
		);
}

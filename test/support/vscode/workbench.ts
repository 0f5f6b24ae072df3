/** Drives the workbench in a page as a person would: by palette, files, themes and views. */
import { basename, resolve } from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import type { RunningServer } from "./server.ts";

export interface Opened {
	/** A folder or a .code-workspace file; an empty window when absent. */
	readonly workspace?: string;
	/** Start options of the workbench as name and value. They need a server with `testDriver`. */
	readonly payload?: readonly (readonly [string, string])[];
}

/** The address of a window of that server. */
export function workbenchUrl(server: Pick<RunningServer, "url">, { workspace, payload }: Opened = {}): string {
	const url = new URL(server.url);
	if (workspace === undefined) {
		// Otherwise the server opens what was open last.
		url.searchParams.set("ew", "true");
	} else {
		url.searchParams.set(workspace.endsWith(".code-workspace") ? "workspace" : "folder", resolve(workspace));
	}
	if (payload !== undefined) url.searchParams.set("payload", JSON.stringify(payload));
	return url.href;
}

/** How an address in the window names a file of this machine. */
export function remoteUri({ authority }: Pick<RunningServer, "authority">, file: string): string {
	return `vscode-remote://${authority}${encodeURI(resolve(file))}`;
}

/** Opens a window and waits until VS Code itself says that it has started. */
export async function openWorkbench(page: Page, server: RunningServer, opened: Opened = {}): Promise<void> {
	await page.goto(workbenchUrl(server, opened));
	await page.locator(".monaco-workbench").waitFor();
	await page.waitForFunction("performance.getEntriesByName('code/didStartWorkbench').length > 0");
}

/** Runs a command by its whole title in the palette ("Category: Title"). */
export async function runCommand(page: Page, title: string): Promise<void> {
	await openAndChoose(page, "F1", `>${title}`, title);
}

/** Opens a file of the workspace by its name and waits for its tab. */
export async function openFile(page: Page, name: string): Promise<void> {
	await openAndChoose(page, "ControlOrMeta+P", name, basename(name));
	await page.locator(".tabs-container .tab.active", { hasText: basename(name) }).waitFor();
}

/** Opens a quick input with a key and chooses in it. */
async function openAndChoose(page: Page, key: string, text: string, row: string): Promise<void> {
	const open = () => page.keyboard.press(key);
	await withQuickInput(page, open, (timeout) => chooseInQuickInput(page, text, row, timeout));
}

/**
 * Opens a quick input and does something in it whose steps may take `timeout` milliseconds. A page that is still loading
 * takes the focus when it is there, which closes what is open: then it is opened again.
 */
export async function withQuickInput(
	page: Page,
	open: () => Promise<void>,
	act: (timeout: number) => Promise<void>,
): Promise<void> {
	for (let attempt = 1; ; attempt += 1) {
		await open();
		try {
			await act(quickInputMs);
			return;
		} catch (error) {
			if (attempt === quickInputAttempts) throw error;
			await page.keyboard.press("Escape");
		}
	}
}

/** So often a quick input is opened again, and so long each step in it may take. */
const quickInputAttempts = 4;
const quickInputMs = 15_000;

/**
 * Types into the quick input that is open and accepts the row whose label is `row`, whatever stands above it. Each step
 * may take `timeout` milliseconds, or as long as the page's own patience lasts.
 */
export async function chooseInQuickInput(page: Page, text: string, row: string, timeout?: number): Promise<void> {
	const patience = timeout === undefined ? {} : { timeout };
	const input = page.locator('.quick-input-widget input[type="text"]');
	await input.waitFor(patience);
	await input.fill(text, patience);
	const label = page.locator(".label-name", { hasText: new RegExp(`^${escapeRegExp(row)}$`) });
	await page.locator(".quick-input-list .monaco-list-row", { has: label }).first().click(patience);
}

/**
 * Clicks an action of a row, which is there only while the mouse rests on the row. A tree that is drawn again under the
 * mouse takes the action away: then the mouse goes there anew.
 */
export async function clickRowAction(page: Page, row: Locator, action: string): Promise<void> {
	for (let attempt = 1; ; attempt += 1) {
		await page.mouse.move(0, 0);
		await row.hover();
		try {
			await row.getByRole("button", { name: action }).click({ timeout: 3000 });
			return;
		} catch (error) {
			if (attempt === 10) throw error;
		}
	}
}

/** Chooses a file in the simple file dialog that is open, by its path. `button` is what the dialog accepts with. */
export async function chooseFile(page: Page, path: string, button = "OK"): Promise<void> {
	const input = page.locator('.quick-input-widget input[type="text"]');
	await page.locator(".quick-input-widget").getByRole("button", { name: button }).waitFor();
	// The dialog puts a path of its own into the field when it has listed the folder, over what was typed before.
	await page.waitForFunction(fieldIsSettled, undefined, { polling: 500 });
	await input.fill(path);
	await page.waitForFunction(fieldIsSettled, undefined, { polling: 500 });
	if ((await input.inputValue()) !== path) throw new Error(`The dialog shows ${await input.inputValue()}.`);
	await input.press("Enter");
}

/** Runs in the page: whether the field of the quick input holds what it held when it was asked last. */
function fieldIsSettled(): boolean {
	const input = document.querySelector<HTMLInputElement>('.quick-input-widget input[type="text"]');
	const settled = input !== null && input.value !== "" && input.dataset.last === input.value;
	if (input !== null) input.dataset.last = input.value;
	return settled;
}

function escapeRegExp(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/**
 * Rests the mouse on a word of the editor, in the first line that has `line` in it, and gives the hover that comes up
 * with `expected` in it. The word has to be of one colour.
 */
export async function hoverOver(page: Page, line: string, word: string, expected: string): Promise<Locator> {
	const hover = page.locator(".monaco-hover:visible", { hasText: expected });
	// A file that has just been opened is drawn again when its colours come: the word moves, or its hover is closed.
	for (let attempt = 1; attempt <= attempts; attempt++) {
		const place = await page.locator(".monaco-editor .view-line", { hasText: line }).first().evaluate(middleOf, word);
		if (place === undefined) throw new Error(`"${word}" is not in one piece in the line "${line}".`);
		await page.mouse.move(place.x, place.y + 60);
		await page.mouse.move(place.x, place.y, { steps: 5 });
		const shown = hover.waitFor({ timeout: restMs });
		if (
			await shown.then(
				() => true,
				() => false,
			)
		)
			return hover;
	}
	const others = await page.locator(".monaco-hover:visible").allInnerTexts();
	throw new Error(`No hover over "${word}" says "${expected}". Shown: ${others.join("\n") || "nothing"}`);
}

/** So often the mouse goes to the word again, and so long it rests there each time. */
const attempts = 20;
const restMs = 5000;

/** Runs in the page: where the middle of a text within an element is, by the browser's own layout. */
function middleOf(element: Element, wanted: string): { readonly x: number; readonly y: number } | undefined {
	const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
		const start = node.textContent?.indexOf(wanted) ?? -1;
		if (start < 0) continue;
		const range = document.createRange();
		range.setStart(node, start);
		range.setEnd(node, start + wanted.length);
		const { x, y, width, height } = range.getBoundingClientRect();
		return { x: x + width / 2, y: y + height / 2 };
	}
	return undefined;
}

/** The themes that every screen has to work in, by the names of VS Code's own. */
export const themes = {
	light: "Light Modern",
	dark: "Dark Modern",
	highContrast: "Dark High Contrast",
	highContrastLight: "Light High Contrast",
} as const;

export type ThemeKind = keyof typeof themes;

const themeClass: Readonly<Record<ThemeKind, string>> = {
	light: "vs",
	dark: "vs-dark",
	highContrast: "hc-black",
	highContrastLight: "hc-light",
};

/** Changes the colour theme through the picker, and waits until the window shows it. */
export async function switchTheme(page: Page, kind: ThemeKind): Promise<void> {
	await runCommand(page, "Preferences: Color Theme");
	await chooseInQuickInput(page, themes[kind], themes[kind]);
	await page.locator(`.monaco-workbench.${themeClass[kind]}`).waitFor();
	await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/**
 * The document of a webview. VS Code shows it as a frame in a frame, laid over the workbench and not inside the view's
 * element; while it loads, the inner frame has another id. `nth` picks one of several, in the order of their creation.
 */
export function webview(
	page: Page,
	{ extensionId, nth = 0 }: { extensionId?: string; nth?: number } = {},
): FrameLocator {
	const outer =
		extensionId === undefined ? "iframe.webview.ready" : `iframe.webview.ready[src*="extensionId=${extensionId}"]`;
	return page.locator(outer).nth(nth).contentFrame().frameLocator("iframe#active-frame");
}

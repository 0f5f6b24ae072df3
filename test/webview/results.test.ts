import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { SandboxInMemory } from "../support/sandbox/sandboxInMemory.ts";
import { putRows } from "../support/sandbox/putRows.ts";
import { sandboxInMemory } from "../support/sandbox/sandboxInMemory.ts";
import { ids, smallOffice } from "../support/sandbox/smallOffice.ts";
import { guid } from "../support/sandbox/writeCases.ts";
import { type OpenedResults, type ResultsOptions, ResultsRig } from "./resultsRig.ts";

const manyRows = 5000;

describe("the page of results in a browser", function () {
	this.timeout(120_000);
	let rig: ResultsRig;
	let office: SandboxInMemory;
	let opened: OpenedResults | undefined;
	const errors: string[] = [];

	before(async () => {
		rig = await ResultsRig.start();
	});
	beforeEach(() => {
		office = smallOffice();
	});
	afterEach(async () => {
		opened?.view.dispose();
		opened?.model.dispose();
		await opened?.page.close();
		opened = undefined;
		office.close();
		assert.deepEqual(errors.splice(0), []);
	});
	after(() => rig.stop());

	async function open(options: Partial<ResultsOptions> = {}): Promise<OpenedResults> {
		opened = await rig.open({ sandbox: office, ...options });
		opened.page.setDefaultTimeout(30_000);
		opened.page.on("pageerror", (error) => errors.push(String(error)));
		opened.page.on("console", (message) => {
			if (message.type() === "error") errors.push(message.text());
		});
		await opened.page.getByRole("heading", { level: 1 }).waitFor();
		return opened;
	}

	const grid = (page: Page) => page.getByRole("grid");
	const header = (page: Page, name: string) => page.getByRole("columnheader", { name });
	const rowOf = (page: Page, record: string) => page.getByRole("row").filter({ hasText: record });
	const text = async (locator: Locator) => ((await locator.textContent()) ?? "").replace(/^●/, "");

	/** The cell of that column in the row that has this text. */
	async function cell(page: Page, row: string, column: string): Promise<Locator> {
		const index = await header(page, column).getAttribute("aria-colindex");
		return rowOf(page, row).locator(`> [aria-colindex="${index ?? ""}"]`);
	}

	/** "row.column" of the cell that has the keyboard, as ARIA counts them. */
	const active = (page: Page) =>
		page.evaluate(() => {
			const focused = document.activeElement;
			const row = focused?.closest("[aria-rowindex]")?.getAttribute("aria-rowindex");
			return `${row ?? "?"}.${focused?.getAttribute("aria-colindex") ?? "?"}`;
		});

	async function type(page: Page, target: Locator, typed: string): Promise<void> {
		await target.click();
		await page.keyboard.press("F2");
		await page.keyboard.type(typed);
		await page.keyboard.press("Enter");
	}

	it("is a grid that tells its size, its columns and what cannot be edited", async () => {
		const { page, model } = await open();
		const columns = model.table.columns.length;
		assert.equal(await grid(page).getAttribute("aria-rowcount"), "4");
		assert.equal(await grid(page).getAttribute("aria-colcount"), String(columns + 2));
		assert.equal(await page.getByRole("columnheader").count(), columns + 2);
		assert.equal(await text(header(page, "Account Name").locator(".other")), "name");
		assert.equal(await (await cell(page, "Fabrikam", "Account Name")).getAttribute("aria-readonly"), "false");
		assert.equal(await (await cell(page, "Fabrikam", "Owner")).getAttribute("aria-readonly"), "true");
		await page.getByText("3 rows").waitFor();
		await page.getByText("practice").waitFor();
	});

	it("shows formatted values, names of lookups, choices with their value, and the raw value of the cell in use", async () => {
		const { page } = await open();
		assert.equal(await text(await cell(page, "Größe", "Annual Revenue")), "$20,000.00");
		assert.equal(await text(await cell(page, "Größe", "Industry")), "Brokers4");
		const contact = await cell(page, "Größe", "Primary Contact");
		assert.equal(await text(contact), "Yvonne McKay");
		await contact.click();
		await page.getByText(`Value: ${ids.yvonne}`).waitFor();
		await page.getByText("Lookups cannot be edited here yet.").waitFor();
		assert.match(await text(await cell(page, "Größe", "Version")), /^\d+$/);
	});

	it("is one stop of Tab, and goes from cell to cell with the keys of a grid", async () => {
		const { page, model } = await open();
		const last = model.table.columns.length + 2;
		assert.equal(await page.locator('.body [tabindex="0"]').count(), 1);
		await page.locator('.body [tabindex="0"]').focus();
		const steps: readonly (readonly [string, string])[] = [
			["ArrowRight", "2.3"],
			["ArrowDown", "3.3"],
			["End", `3.${last}`],
			["Home", "3.1"],
			["Control+End", `4.${last}`],
			["ArrowRight", `4.${last}`],
			["Control+Home", "2.1"],
			["ArrowUp", "2.1"],
			["PageDown", "4.1"],
		];
		for (const [key, place] of steps) {
			await page.keyboard.press(key);
			assert.equal(await active(page), place, key);
		}
	});

	it("edits with F2 over the whole raw value, and keeps the keyboard at the cell", async () => {
		const { page, deeds } = await open();
		const revenue = await cell(page, "Größe", "Annual Revenue");
		await revenue.click();
		const place = await active(page);
		await page.keyboard.press("F2");
		const input = page.getByRole("textbox", { name: /^Edit Annual Revenue of Contoso/ });
		assert.equal(await input.inputValue(), "20000");
		await page.keyboard.type("72000");
		await page.keyboard.press("Enter");
		await page.getByText("1 change staged in 1 row").waitFor();
		assert.equal(await text(revenue), "$72,000.00");
		assert.equal(await revenue.getAttribute("aria-label"), "Staged: $20,000.00 → $72,000.00");
		assert.equal(await active(page), place);
		assert.deepEqual(deeds, ["edit revenue=72000"]);
	});

	it("begins with what is typed, and leaves the value with Escape", async () => {
		const { page, deeds } = await open();
		const name = await cell(page, "Fabrikam", "Account Name");
		await name.click();
		await page.keyboard.type("Fab");
		assert.equal(await page.getByRole("textbox", { name: /^Edit Account Name/ }).inputValue(), "Fab");
		await page.keyboard.press("Escape");
		await page.getByRole("textbox").waitFor({ state: "hidden" });
		assert.equal(await text(name), "Fabrikam");
		assert.deepEqual(deeds, []);
		await page.keyboard.type("F");
		await page.keyboard.press("Enter");
		await page.getByText("1 change staged in 1 row").waitFor();
		assert.deepEqual(deeds, ["edit name=F"]);
	});

	it("stages what is typed before it is reviewed with Save, and leaves other keys of VS Code to it", async () => {
		const { page, deeds } = await open();
		const keys = await page.evaluateHandle(() => {
			const seen: string[] = [];
			window.addEventListener("keydown", ({ key }) => seen.push(key));
			return seen;
		});
		await (await cell(page, "Fabrikam", "Account Name")).click();
		await page.keyboard.type("Fabrika");
		for (const key of ["F1", "Control+Shift+p", "Control+z", "Control+a", "ArrowLeft", "b"])
			await page.keyboard.press(key);
		const passed = (await keys.jsonValue()).filter((key) => key !== "Control" && key !== "Shift");
		assert.deepEqual(passed, ["F", "F1", "p"], "the first letter began the edit, and undo is that of the input");
		await page.keyboard.press("Control+s");
		await page.getByText("1 change staged in 1 row").waitFor();
		while (deeds.length < 2) await page.waitForTimeout(20);
		assert.match(deeds.join(), /^edit name=bF,run review$/);
	});

	it("says at the cell what is wrong, and waits until it is right or given up", async () => {
		const { page } = await open();
		const employees = await cell(page, "Größe", "Number of Employees");
		await type(page, employees, "1.5");
		const input = page.getByRole("textbox", { name: /^Edit Number of Employees/ });
		await page.getByRole("alert").getByText("The column takes whole numbers only.").waitFor();
		assert.equal(await input.getAttribute("aria-invalid"), "true");
		const seen = await page.getByRole("alert").boundingBox();
		assert.ok(seen !== null && seen.x >= 0 && seen.x + seen.width <= 1100, "the message is on the screen");
		// Elsewhere with the mouse: what was typed is not thrown away.
		await (await cell(page, "Fabrikam", "Account Name")).click();
		assert.equal(await input.inputValue(), "1.5");
		await input.fill("12");
		await input.press("Enter");
		await page.getByText("1 change staged in 1 row").waitFor();
		await input.waitFor({ state: "hidden" });
	});

	it("takes what is typed when another cell is clicked", async () => {
		const { page, deeds } = await open();
		await (await cell(page, "Fabrikam", "Account Name")).click();
		await page.keyboard.type("Renamed");
		await (await cell(page, "Größe", "Account Name")).click();
		await page.getByText("1 change staged in 1 row").waitFor();
		assert.deepEqual(deeds, ["edit name=Renamed"]);
		assert.match(await active(page), /^\d\.2$/);
	});

	it("clears a cell with Delete, and says that it is staged to be empty", async () => {
		const { page } = await open();
		const revenue = await cell(page, "Größe", "Annual Revenue");
		await revenue.click();
		await page.keyboard.press("Delete");
		await page.getByText("1 change staged in 1 row").waitFor();
		assert.equal(await text(revenue), "(empty)");
		await page.keyboard.press("F2");
		assert.equal(await page.getByRole("textbox").inputValue(), "");
	});

	it("does not edit what is read-only", async () => {
		const { page, deeds } = await open();
		await (await cell(page, "Größe", "Owner")).click();
		for (const key of ["F2", "Enter", "a", "Delete"]) await page.keyboard.press(key);
		assert.equal(await page.locator(".editor").count(), 0);
		assert.deepEqual(deeds, []);
	});

	it("offers the options of a choice with their values, and yes or no", async () => {
		const { page, deeds } = await open();
		await (await cell(page, "Größe", "Industry")).click();
		await page.keyboard.press("Enter");
		const options = page.getByRole("combobox", { name: /^Edit Industry/ });
		assert.equal(await options.inputValue(), "4");
		await options.selectOption({ label: "Accounting · 1" });
		await page.getByText("1 change staged in 1 row").waitFor();
		assert.equal(await text(await cell(page, "Größe", "Industry")), "Accounting1");
		await (await cell(page, "Größe", "Credit Hold")).click();
		await page.keyboard.press("F2");
		const yesNo = page.getByRole("combobox", { name: /^Edit Credit Hold/ });
		assert.equal(await yesNo.inputValue(), "true");
		await yesNo.press("ArrowDown");
		await yesNo.press("Enter");
		await page.getByText("2 changes staged in 1 row").waitFor();
		assert.deepEqual(deeds, ["edit industrycode=1", "edit creditonhold=false"]);
	});

	it("keeps the lines of a long text", async () => {
		const { page, deeds } = await open();
		await (await cell(page, "Größe", "Description")).click();
		await page.keyboard.press("F2");
		const area = page.getByRole("textbox", { name: /^Edit Description/ });
		assert.equal(await area.inputValue(), "one\ntwo");
		await page.keyboard.press("Control+End");
		await page.keyboard.press("Shift+Enter");
		await page.keyboard.type("three");
		await page.keyboard.press("Enter");
		await page.getByText("1 change staged in 1 row").waitFor();
		assert.deepEqual(deeds, ["edit description=one\ntwo\nthree"]);
	});

	it("takes dates, and does not take an unfinished one for none", async () => {
		const { page, deeds } = await open({ table: "contact" });
		await (await cell(page, "1980", "Birthday")).click();
		await page.keyboard.press("F2");
		const input = page.locator('.editor input[type="date"]');
		assert.equal(await input.inputValue(), "1980-02-29");
		await input.press("Backspace");
		await input.press("Enter");
		await page.getByRole("alert").getByText("Write the date like 2026-03-15.").waitFor();
		await input.fill("1981-03-01");
		await input.press("Enter");
		await page.getByText("1 change staged in 1 row").waitFor();
		assert.deepEqual(deeds, ["edit birthdate=?", "edit birthdate=1981-03-01"]);
	});

	it("takes times in UTC and says so", async () => {
		const { page, deeds } = await open({ table: "task" });
		await (await cell(page, "Call", "Start Date")).click();
		await page.keyboard.press("F2");
		await page.locator(".editor").getByText("UTC").waitFor();
		await page.locator('.editor input[type="datetime-local"]').fill("2026-03-15T10:30:00");
		await page.keyboard.press("Enter");
		await page.getByText("1 change staged in 1 row").waitFor();
		assert.match(deeds.join(), /^edit scheduledstart=2026-03-15T10:30/);
	});

	it("undoes, discards and reviews from the foot", async () => {
		const { page, deeds } = await open();
		await type(page, await cell(page, "Fabrikam", "Account Name"), "One");
		await type(page, await cell(page, "Größe", "Annual Revenue"), "2");
		await page.getByText("2 changes staged in 2 rows").waitFor();
		await page.getByRole("button", { name: "Undo" }).click();
		await page.getByText("1 change staged in 1 row").waitFor();
		await page.getByRole("button", { name: "Review changes…" }).click();
		await page.getByRole("button", { name: "Discard" }).click();
		await page.getByText("staged in").waitFor({ state: "hidden" });
		await page.getByText("Arrows move").waitFor();
		assert.deepEqual(deeds.slice(-3), ["run undo", "run review", "run discard"]);
	});

	it("reads the next page with its button, and with the arrow at the last row", async () => {
		const { page, deeds } = await open({ pageSize: 1 });
		await page.getByText("1 of about 3 rows").waitFor();
		await page.getByRole("button", { name: "Next page" }).click();
		await page.getByText("2 of about 3 rows").waitFor();
		await page.locator('.body [tabindex="0"]').focus();
		await page.keyboard.press("ArrowDown");
		await page.getByText("3 rows", { exact: true }).waitFor();
		assert.equal(await page.getByRole("button", { name: "Next page" }).count(), 0);
		assert.equal(await grid(page).getAttribute("aria-rowcount"), "4");
		assert.deepEqual(deeds, ["run more", "run more"]);
	});

	it("shows a record as it came, and goes back to its row", async () => {
		const { page, deeds } = await open();
		await (await cell(page, "Größe", "Account Name")).click();
		const place = (await active(page)).split(".")[0] ?? "";
		await page.keyboard.press("Home");
		await page.keyboard.press("Enter");
		const shown = page.getByRole("complementary");
		await shown.getByText('"revenue@OData.Community.Display.V1.FormattedValue": "$20,000.00"').waitFor();
		await shown.getByRole("button", { name: "Copy" }).click();
		await page.getByText("Copied").waitFor();
		assert.match(deeds.join(), /^copy \{\n {2}"@odata/);
		await page.keyboard.press("Escape");
		await shown.waitFor({ state: "hidden" });
		await page.locator(`[aria-rowindex="${place}"] > [aria-colindex="1"]:focus`).waitFor();
	});

	it("tells what went wrong with the next step, and tries again", async () => {
		const { page, office: client } = await open({
			prepare: (prepared) => {
				prepared.fault = () => "lose";
			},
		});
		await page.getByRole("alert").waitFor();
		await page.getByRole("button", { name: "Details" }).waitFor();
		client.fault = undefined;
		await page.getByRole("button", { name: "Try again" }).click();
		await page.getByText("3 rows").waitFor();
		assert.equal(await page.getByRole("alert").count(), 0);
	});

	it("can be cancelled while it reads", async () => {
		const { page, model, deeds } = await open({
			loaded: false,
			prepare: (prepared) => {
				prepared.fault = () => "silence";
			},
		});
		const loading = model.load();
		await page.getByText("Reading rows…").waitFor();
		await page.getByRole("button", { name: "Cancel" }).click();
		await page.getByRole("alert").getByText("The request was cancelled.").waitFor();
		await loading;
		assert.deepEqual(deeds, ["run cancel"]);
	});

	it("says that there is nothing where there is nothing", async () => {
		const { page } = await open({ table: "product" });
		await page.getByText("This table has no rows here.").waitFor();
		await page.getByText("0 rows").waitFor();
		await page.getByRole("button", { name: "Read again" }).waitFor();
	});

	it("draws of thousands of rows those on the screen, and never loses the keyboard", async () => {
		const many = sandboxInMemory();
		try {
			putRows(
				many,
				"account",
				Array.from({ length: manyRows }, (_, index) => ({
					accountid: guid(index.toString(16)),
					name: `Account ${index}`,
					revenue: index,
				})),
			);
			const { page, model } = await open({ sandbox: many, pageSize: manyRows });
			assert.equal(model.rows.length, manyRows);
			assert.ok((await page.locator(".body > .row").count()) < 80);
			await page.locator('.body [tabindex="0"]').focus();
			await page.keyboard.press("Control+End");
			assert.match(await active(page), new RegExp(`^${manyRows + 1}\\.`));
			await grid(page).evaluate((element) => {
				element.scrollTop = 0;
			});
			await page.locator('[aria-rowindex="3"]').waitFor();
			assert.ok((await page.locator(".body > .row").count()) < 80);
			assert.match(await active(page), new RegExp(`^${manyRows + 1}\\.`), "the active row is still there");
			await page.keyboard.press("ArrowUp");
			assert.match(await active(page), new RegExp(`^${manyRows}\\.`));
			await page.locator(`[aria-rowindex="${manyRows}"]`).waitFor();
		} finally {
			opened?.view.dispose();
			many.close();
		}
	});
});

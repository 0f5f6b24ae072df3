import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { catalogOf } from "../../src/core/schema/catalogOf.ts";
import { schemaSource } from "../../src/core/schema/catalogSource.ts";
import type { Schema } from "../../src/core/schema/model.ts";
import { collectionOf, layers, sampleColumn, sampleSchema, sampleTable } from "../support/sampleSchema.ts";
import { type OpenedPage, type PageOptions, TablePageRig } from "./tablePageRig.ts";

/** A table with as many relationships as the largest one, and enough columns to scroll. */
const relationshipCount = 5600;
const largeSchema: Schema = {
	layers,
	tables: [
		sampleTable("hub", {
			displayName: "Hub",
			columns: Array.from({ length: 140 }, (_, index) =>
				sampleColumn(`column${index}`, {
					displayName: `Column ${index}`,
					type: index % 2 === 0 ? "String" : "Integer",
					requiredLevel: index % 10 === 0 ? "ApplicationRequired" : "None",
				}),
			),
			oneToMany: Array.from({ length: relationshipCount }, (_, index) =>
				collectionOf(`hub_relationship${index}`, `table${index}`, { referencingColumn: `column${index}` }),
			),
		}),
		sampleTable("table77"),
	],
};

describe("the table page in a browser", function () {
	this.timeout(120_000);
	let rig: TablePageRig;
	let opened: OpenedPage | undefined;
	const errors: string[] = [];

	before(async () => {
		rig = await TablePageRig.start();
	});
	afterEach(async () => {
		opened?.view.dispose();
		await opened?.page.close();
		opened = undefined;
		assert.deepEqual(errors.splice(0), []);
	});
	after(() => rig.stop());

	async function open(schema: Schema, table: string, options: PageOptions = {}): Promise<OpenedPage> {
		opened = await rig.open(catalogOf(schemaSource(schema)), table, options);
		opened.page.setDefaultTimeout(30_000);
		opened.page.on("pageerror", (error) => errors.push(String(error)));
		opened.page.on("console", (message) => {
			if (message.type() === "error") errors.push(message.text());
		});
		await opened.page.getByRole("heading", { level: 1 }).or(opened.page.getByRole("alert")).first().waitFor();
		return opened;
	}

	const columnNames = (page: Page) =>
		page.locator("#columns tr.row .name").evaluateAll((names) => names.map((name) => name.textContent));
	const filter = (page: Page) => page.getByRole("textbox", { name: "Filter columns" });
	const status = (page: Page) => page.locator("#columns").getByRole("status");
	const row = (page: Page, column: string) => page.locator(`[id="column-${column}"]`);

	it("filters columns by text, type and required, tells how many are left, and clears", async () => {
		const { page } = await open(largeSchema, "hub");
		await filter(page).fill("COLUMN 12");
		await page.locator("#columns .state", { hasText: "12 of 140" }).waitFor();
		await page.getByRole("combobox", { name: "Type" }).selectOption("text");
		await page.getByRole("combobox", { name: "Required" }).selectOption("required");
		await page.locator("#columns .state", { hasText: "1 of 140" }).waitFor();
		assert.deepEqual(await columnNames(page), ["column120"]);
		await page.locator("#columns").getByRole("button", { name: "Clear filter" }).click();
		assert.equal((await columnNames(page)).length, 140);
		assert.equal(await status(page).textContent(), "");
	});

	it("says so when nothing matches", async () => {
		const { page } = await open(sampleSchema, "account");
		await filter(page).fill("no such thing");
		await page.getByText("Nothing here matches the filter.").waitFor();
		await filter(page).press("Escape");
		assert.equal((await columnNames(page)).length, 8);
	});

	it("sorts up, down and back to the order of the source", async () => {
		const { page } = await open(sampleSchema, "account");
		const header = page.locator("#columns").getByRole("columnheader", { name: "Column" });
		const orders: (string | undefined)[][] = [];
		for (let click = 0; click < 3; click++) {
			await header.getByRole("button").click();
			const names = await columnNames(page);
			orders.push([(await header.getAttribute("aria-sort")) ?? undefined, names[0] ?? undefined]);
		}
		assert.deepEqual(orders, [
			["ascending", "name"],
			["descending", "statecode"],
			[undefined, "accountid"],
		]);
	});

	it("lets the name lead that the person has chosen", async () => {
		const first = (page: Page) =>
			page.evaluate(() =>
				["h1", "#column-name th", "#manyToOne tr.row th"].map(
					(place) => document.querySelector(`${place} :is(.display, .name, a)`)?.textContent,
				),
			);
		const { page } = await open(sampleSchema, "account");
		assert.deepEqual(await first(page), ["Account", "Account Name", "Contact"]);
		await page.close();
		const { page: other } = await open(sampleSchema, "account", { labels: "logicalName" });
		assert.deepEqual(await first(other), ["account", "name", "contact"]);
	});

	it("unfolds facts and options in place by keyboard", async () => {
		const { page } = await open(sampleSchema, "account");
		const toggle = page.locator("#columns").getByRole("button", { name: "Show details of Status" });
		assert.equal(await toggle.getAttribute("aria-expanded"), "false");
		await toggle.focus();
		await page.keyboard.press("Enter");
		const options = page.getByRole("table", { name: "statecode: Options" });
		await options.getByRole("row", { name: "1 Inactive" }).waitFor();
		assert.equal(await toggle.getAttribute("aria-expanded"), "true");
		const controlled = await toggle.getAttribute("aria-controls");
		assert.equal(await page.locator(`[id="${controlled}"]`).count(), 1);
		await page.keyboard.press("Space");
		await options.waitFor({ state: "detached" });
	});

	it("copies names and leads to tables and columns", async () => {
		const { page, deeds } = await open(sampleSchema, "account");
		await row(page, "name").getByRole("button", { name: "name", exact: true }).click();
		await page.getByRole("status").filter({ hasText: "name copied" }).waitFor();
		await row(page, "primarycontactid").getByRole("link", { name: "contact" }).click();
		await page
			.locator("#oneToMany")
			.getByRole("link", { name: "parentcustomerid" })
			.click({ modifiers: ["Control"] });
		for (const name of ["Browse Rows", "Copy…", "Documentation", "Search"]) {
			await page.getByRole("button", { name }).click();
		}
		assert.deepEqual(deeds, [
			"copy name",
			"open contact",
			"open contact.parentcustomerid beside",
			"run rows",
			"run copy",
			"run documentation",
			"run search",
		]);
	});

	it("leads from a relationship to its column on the same page", async () => {
		const { page, deeds } = await open(sampleSchema, "account");
		await filter(page).fill("createdon");
		await page.locator("#manyToOne").getByRole("link", { name: "primarycontactid" }).click();
		await page.locator("tr.marked[id='column-primarycontactid']").waitFor();
		await page.locator("[id='column-primarycontactid-details']").getByText("Points to").waitFor();
		assert.deepEqual(deeds, []);
	});

	it("opens at a column, which is on screen, unfolded and has the keyboard", async () => {
		const { page } = await open(largeSchema, "hub", { column: "column133" });
		await page.locator("[id='column-column133-details']").waitFor();
		await page.waitForFunction(() => document.activeElement?.closest("tr")?.id === "column-column133");
		const box = await row(page, "column133").boundingBox();
		assert.ok(box !== null && box.y > 0 && box.y < 800, JSON.stringify(box));
	});

	it("goes to a column when it is told to, whatever is filtered", async () => {
		const { page, view } = await open(largeSchema, "hub");
		await filter(page).fill("column1");
		await view.call("reveal", { column: "column99" });
		await page.waitForFunction(() => document.activeElement?.closest("tr")?.id === "column-column99");
		assert.equal(await filter(page).inputValue(), "");
	});

	it("shows thousands of relationships in portions, and filters all of them", async () => {
		const { page } = await open(largeSchema, "hub");
		const rows = page.locator("#oneToMany tr.row");
		await page.locator("#oneToMany").getByText("200 of 5,600").waitFor();
		assert.equal(await rows.count(), 200);
		await page.locator("#oneToMany").getByRole("button", { name: "Show 200 more" }).click();
		assert.equal(await rows.count(), 400);
		await page.getByRole("textbox", { name: "Filter relationships: One-to-many" }).fill("hub_relationship77 table77");
		await page.locator("#oneToMany .state", { hasText: "11 of 5,600" }).waitFor();
		await rows.first().getByRole("link", { name: "table77", exact: true }).waitFor();
	});

	it("keeps filter, order, what is unfolded and the place over a reload", async () => {
		const { page } = await open(largeSchema, "hub");
		await filter(page).fill("column1");
		await page.locator("#columns").getByRole("columnheader", { name: "Type" }).getByRole("button").click();
		await row(page, "column131").getByRole("button", { name: "Show details" }).click();
		await page.locator("[id='column-column131-details'] dl").waitFor();
		// Unfolding may have scrolled, too: the place is kept when another one than that has been written down.
		const kept = await page.evaluate(() => sessionStorage.getItem("state"));
		await page.evaluate(() => {
			window.scrollBy(0, 300);
		});
		await page.waitForFunction((earlier) => sessionStorage.getItem("state") !== earlier, kept);
		const before = { names: await columnNames(page), scroll: await page.evaluate(() => Math.round(window.scrollY)) };
		await page.reload();
		await page.locator("[id='column-column131-details'] dl").waitFor();
		await page.waitForFunction((top) => Math.abs(window.scrollY - top) < 30, before.scroll);
		assert.equal(await filter(page).inputValue(), "column1");
		assert.deepEqual(await columnNames(page), before.names);
	});

	it("starts afresh from state that it does not understand", async () => {
		const { page } = await open(sampleSchema, "account");
		for (const state of [
			'{"version":99,"values":{"columns.text":"zzz"}}',
			'{"version":1,"values":{"columns.text":3,"column.open":[1]}}',
			"7",
		]) {
			await page.evaluate((text) => {
				sessionStorage.setItem("state", text);
			}, state);
			await page.reload();
			await page.locator("#columns tr.row").first().waitFor();
			assert.equal((await columnNames(page)).length, 8);
		}
	});

	it("shows another schema when it changes", async () => {
		const { page, view } = await open(sampleSchema, "account");
		await view.call("changed", null);
		await page.getByRole("heading", { level: 1, name: "Account" }).waitFor();
	});

	it("tells that there is no such table", async () => {
		const { page } = await open(sampleSchema, "nothing");
		assert.equal(await page.getByRole("alert").textContent(), "no such table");
	});

	it("shows names with markup as text", async () => {
		const evil = "<img src=x onerror=alert(1)>";
		const schema = { layers, tables: [sampleTable("evil", { displayName: evil, columns: [sampleColumn(evil)] })] };
		const { page } = await open(schema, "evil");
		assert.equal(await page.locator("h1").locator(".display").textContent(), evil);
		assert.equal(await page.locator("img").count(), 0);
	});

	it("fits into 400 pixels without scrolling sideways", async () => {
		const { page } = await open(sampleSchema, "account", { width: 400 });
		await page.locator("#columns").getByRole("button", { name: "Show details of Status" }).click();
		await page.getByRole("table", { name: "statecode: Options" }).waitFor();
		const { scroll, width } = await page.evaluate(() => ({
			scroll: document.documentElement.scrollWidth,
			width: document.documentElement.clientWidth,
		}));
		assert.ok(scroll <= width, `${scroll} of ${width}`);
		assert.equal(await page.getByRole("table", { name: "Columns" }).getByRole("rowheader").count(), 8 + 2);
	});

	it("is a page of landmarks and named controls, reached in order by Tab", async () => {
		const { page } = await open(sampleSchema, "account");
		await page.keyboard.press("Tab");
		assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Skip to columns");
		await page.keyboard.press("Enter");
		assert.equal(await page.evaluate(() => document.activeElement?.id), "columns-title");
		for (const name of ["Columns", "Choices", "Many-to-one", "One-to-many", "Many-to-many", "Messages", "Keys"]) {
			await page.getByRole("region", { name }).waitFor();
		}
		await page.getByRole("navigation", { name: "Sections of this page" }).waitFor();
		const nameless = await page
			.locator("button, a, select, vscode-text-field, vscode-button")
			.evaluateAll(
				(controls) =>
					controls.filter(
						(control) =>
							document.contains(control) && !control.getAttribute("aria-label") && !control.textContent.trim(),
					).length,
			);
		assert.equal(nameless, 0);
	});

	it("has no words of its own: a pseudo language reaches every text", async () => {
		const say = ({ template, values }: { template: string; values: Readonly<Record<string, string | number>> }) =>
			`⟦${template.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))}⟧`;
		const { page } = await open(sampleSchema, "account", { say });
		await page.locator("#columns").getByRole("button", { name: "Show details of Status" }).click();
		await page.locator("[id='column-statecode-details'] dl").waitFor();
		const texts = await page.evaluate(() => {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			const found: string[] = [];
			for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
				// Names of the schema: to copy, to follow, display names and titles.
				const isName = node.parentElement?.closest(".name, td a, th a, dd a, .display, h1, .count, script, style");
				if (!isName && node.textContent?.trim()) found.push(node.textContent.trim());
			}
			return [
				...found,
				...[...document.querySelectorAll("[title], [aria-label], [placeholder]")].flatMap((element) =>
					["title", "aria-label", "placeholder"].flatMap((name) => element.getAttribute(name) ?? []),
				),
			];
		});
		const values = [
			"Account",
			"Accounts",
			"Status",
			"Microsoft Dataverse",
			"Microsoft Dataverse · Microsoft Dynamics 365",
		];
		const bare = texts.filter((text) => !text.includes("⟦") && !/^[\d▲▼✓]*$/.test(text) && !values.includes(text));
		assert.deepEqual([...new Set(bare)], []);
		assert.ok(texts.length > 50);
	});

	it("draws the library's controls with the colours of the theme", async () => {
		const { page } = await open(sampleSchema, "account");
		const colour = (name: string) =>
			page.getByRole("button", { name }).evaluate((button) => {
				const inner = button.getRootNode();
				const host = inner instanceof ShadowRoot ? inner.host : button;
				return getComputedStyle(host).backgroundColor;
			});
		assert.equal(await colour("Browse Rows"), "rgb(0, 120, 212)");
		assert.equal(await colour("Documentation"), "rgb(49, 49, 49)");
	});
});

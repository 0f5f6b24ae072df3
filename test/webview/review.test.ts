import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { Channel, type Port } from "../../src/protocol/channel.ts";
import type { ReviewedChange, ReviewMessages, ReviewState } from "../../src/protocol/review.ts";
import { english } from "../../src/words/message.ts";
import { reviewWords, saveWords } from "../../src/words/review.ts";
import { WebviewRig } from "./webviewRig.ts";

type View = Channel<ReviewMessages["toHost"], ReviewMessages["toView"]>;

const revenue: ReviewedChange = {
	record: "a",
	name: "Fabrikam",
	version: "1001103",
	cells: [
		{
			column: ["Annual Revenue", "revenue"],
			before: "€60,000.00",
			after: "€72,000.00",
			sentence: "Fabrikam: Annual Revenue €60,000.00 → €72,000.00",
		},
	],
	request: {
		method: "PATCH",
		url: "https://contoso.crm4.dynamics.com/api/data/v9.2/accounts(a)",
		headers: [["if-match", 'W/"1001103"']],
		body: '{\n  "revenue": 72000\n}',
	},
};

const state: ReviewState = {
	title: "Account (Sandbox)",
	changes: [revenue, { ...revenue, record: "b", name: "Contoso" }],
	environment: { name: "Sandbox", kind: "practice", colour: "green", isLocked: false },
	save: english(saveWords(2, "Sandbox")),
};

describe("the page of Review Changes in a browser", function () {
	this.timeout(120_000);
	let rig: WebviewRig;
	let page: Page | undefined;
	let view: View | undefined;
	let deeds: string[];
	const errors: string[] = [];

	before(async () => {
		rig = await WebviewRig.start("review");
	});
	afterEach(async () => {
		view?.dispose();
		await page?.close();
		assert.deepEqual(errors.splice(0), []);
	});
	after(() => rig.stop());

	async function open(shown: ReviewState): Promise<Page> {
		deeds = [];
		const opened = await rig.open((port) => connect(port, shown, deeds));
		({ page, view } = opened);
		opened.page.setDefaultTimeout(30_000);
		opened.page.on("pageerror", (error) => errors.push(String(error)));
		opened.page.on("console", (message) => {
			if (message.type() === "error") errors.push(message.text());
		});
		await opened.page.getByRole("heading", { level: 1 }).waitFor();
		return opened.page;
	}

	it("shows each change in words and as the exact request, where it goes, and one button", async () => {
		const shown = await open(state);
		const change = shown.getByRole("region", { name: "Fabrikam", exact: true });
		await change.getByText("Fabrikam: Annual Revenue €60,000.00 → €72,000.00").waitFor();
		await change.getByText("over version 1001103").waitFor();
		const request = await shown.getByRole("region", { name: "Request: Fabrikam" }).locator("pre").textContent();
		assert.equal(
			request,
			'PATCH https://contoso.crm4.dynamics.com/api/data/v9.2/accounts(a)\nif-match: W/"1001103"\n\n{\n  "revenue": 72000\n}',
		);
		await shown.getByText("practice").waitFor();
		assert.equal(await shown.locator("vscode-button").count(), 1);
		await shown.getByRole("button", { name: "Save 2 changes to Sandbox" }).click();
		assert.deepEqual(deeds, ["save"]);
	});

	it("leads back to the rows, to one of them, and copies a request", async () => {
		const shown = await open(state);
		await shown.getByRole("button", { name: "Back to the rows" }).click();
		await shown.getByRole("button", { name: "Contoso" }).click();
		await shown.getByRole("button", { name: "Copy as cURL" }).first().click();
		await shown.getByText("Copied").waitFor();
		assert.deepEqual(deeds, ["show", "show b", "copy a"]);
	});

	it("offers only to unlock where the environment is locked", async () => {
		const environment = {
			name: "Contoso",
			kind: "PRODUCTION",
			colour: "red",
			isLocked: true,
			lock: "read-only",
		} as const;
		const shown = await open({ ...state, environment, save: "Save 2 changes to Contoso" });
		await shown.getByText("Contoso is read-only. Nothing can be saved before you unlock it.").waitFor();
		assert.equal(await shown.getByRole("button", { name: /^Save/ }).count(), 0);
		await shown.getByRole("button", { name: "Unlock…" }).click();
		assert.deepEqual(deeds, ["unlock"]);
		await view?.call("state", {
			...state,
			environment: { ...environment, isLocked: false },
			save: "Save 2 changes to Contoso",
		});
		await shown.getByRole("button", { name: "Save 2 changes to Contoso" }).waitFor();
	});

	it("tells how far it is, can be cancelled, and says what became of each", async () => {
		const shown = await open({ ...state, saving: "Saving record 1 of 2…" });
		await shown.getByText("Saving record 1 of 2…").waitFor();
		assert.equal(await shown.getByRole("button", { name: /^Save/ }).count(), 0);
		await shown.getByRole("button", { name: "Cancel" }).click();
		const { save: _save, ...rest } = state;
		await view?.call("state", {
			...rest,
			summary: "1 of 2 records were saved to Sandbox. What was not saved is still staged.",
			changes: [
				{ ...revenue, outcome: { state: "saved", text: "Saved. Version 1001103 → 1001200." } },
				{
					...revenue,
					record: "b",
					name: "Contoso",
					outcome: {
						state: "conflict",
						text: "Somebody else has changed this record.",
						next: "Compare both versions.",
						theirs: [["Annual Revenue", "€65,000.00"]],
						actions: ["takeNew", "details"],
					},
				},
			],
		});
		await shown.getByText("Saved. Version 1001103 → 1001200.").waitFor();
		const conflict = shown.getByRole("alert");
		await conflict.getByText("€65,000.00").waitFor();
		await conflict.getByRole("button", { name: "Read again, keep mine" }).click();
		await conflict.getByRole("button", { name: "Details" }).click();
		await shown.getByText("1 of 2 records were saved to Sandbox.").waitFor();
		assert.deepEqual(deeds, ["cancel", "takeNew b", "details b"]);
	});

	it("says so when nothing is staged, and when a table has no versions", async () => {
		const { save: _save, ...rest } = state;
		const shown = await open({ ...rest, changes: [] });
		await shown.getByText("Nothing is staged.").waitFor();
		assert.equal(await shown.getByRole("button", { name: /^Save/ }).count(), 0);
		const { version: _version, ...unversioned } = revenue;
		await view?.call("state", { ...state, changes: [unversioned] });
		await shown.getByText("over any version: this table has none").waitFor();
	});
});

function connect(port: Port, state: ReviewState, deeds: string[]): View {
	const note = (deed: string) => {
		deeds.push(deed.trim());
		return null;
	};
	return new Channel<ReviewMessages["toHost"], ReviewMessages["toView"]>(port, {
		start: () => ({
			words: Object.fromEntries(Object.entries(reviewWords).map(([key, words]) => [key, english(words)])),
			language: "en",
			state,
		}),
		save: () => note("save"),
		cancel: () => note("cancel"),
		unlock: () => note("unlock"),
		show: ({ record = "" }) => note(`show ${record}`),
		copy: ({ record }) => note(`copy ${record}`),
		act: ({ record, action }) => note(`${action} ${record}`),
	});
}

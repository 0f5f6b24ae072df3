import { deepEqual, equal } from "node:assert/strict";
import { printTitle, readTitle, type Title, titleName } from "../../../src/core/schema/reference/title.ts";

describe("titles of reference pages", () => {
	const cases: readonly (readonly [text: string, title: Title | undefined])[] = [
		["Account table/entity reference (Microsoft Dataverse)", { name: "Account", product: "Microsoft Dataverse" }],
		[
			"Session (cgn_session) table/entity reference (P)",
			{ name: "Session (cgn_session)", logicalName: "cgn_session", product: "P" },
		],
		["Account table/entity reference", { name: "Account" }],
		["Account table/entity reference ()", { name: "Account" }],
		["Account table/entity reference (open", { name: "Account" }],
		["cgn_x Entity Reference | Docs", { name: "cgn_x" }],
		["Bed table/entity reference (P)| Docs", { name: "Bed", product: "P" }],
		["Size (in metres) table/entity reference", { name: "Size (in metres)" }],
		["Deprecated tables", undefined],
		[" table/entity reference (P)", undefined],
		["", undefined],
	];
	for (const [text, title] of cases)
		it(JSON.stringify(text), () => {
			deepEqual(readTitle(text), title);
		});

	it("leaves the logical name out where it is the display name", () => {
		equal(titleName("Account", "account"), "Account");
		equal(titleName("Plot", "cgn_plot"), "Plot (cgn_plot)");
	});

	it("prints a title with and without its product", () => {
		equal(printTitle("Account", "P"), "Account table/entity reference (P)");
		equal(printTitle("Account", undefined), "Account table/entity reference");
	});
});

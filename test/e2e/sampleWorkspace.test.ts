/** The first thing a person does after `npm start`: rest the mouse on a name in a file of the sample workspace. */
import { hoverOver, openFile, switchTheme } from "../support/vscode/workbench.ts";
import { useWorkbench } from "./harness.ts";

describe("a hover in the sample workspace", function () {
	this.timeout(240_000);
	const workbench = useWorkbench();

	it("comes up in a query file, without a sign-in and without a step before", async () => {
		const { page, screenshot } = workbench();
		await openFile(page, "openCasesByCustomer.xml");
		await hoverOver(page, 'attribute name="emailaddress1"', "emailaddress1", "contact");
		await screenshot("sample-hover-xml");
	});

	for (const theme of ["light", "dark", "highContrast"] as const) {
		it(`reads well in the theme ${theme}`, async () => {
			const { page, screenshot } = workbench();
			await switchTheme(page, theme);
			await openFile(page, "openCases.ts");
			await hoverOver(page, "$filter=msdyn_eventtype", "192350006", "SessionCreated");
			await screenshot(`sample-hover-${theme}`);
		});
	}
});

import { equal } from "node:assert/strict";
import { documentationUrl } from "../../../src/core/schema/documentationUrl.ts";

describe("documentationUrl", () => {
	const cases: readonly (readonly [layer: string, table: string, url: string | undefined])[] = [
		[
			"dataverse",
			"account",
			"https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/account",
		],
		["dynamics365", "Lead", "https://learn.microsoft.com/dynamics365/developer/reference/entities/lead"],
		[
			"customer-service",
			"msdyn_ocsession",
			"https://learn.microsoft.com/dynamics365/customer-service/develop/reference/entities/msdyn_ocsession",
		],
		["my environment", "account", undefined],
		["toString", "account", undefined],
	];
	for (const [layer, logicalName, url] of cases) {
		it(`${logicalName} of ${layer}`, () => {
			equal(documentationUrl({ layer, logicalName }), url);
		});
	}
});

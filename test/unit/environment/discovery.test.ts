import { deepEqual, equal } from "node:assert/strict";
import type { Cloud } from "../../../src/core/environment/cloud.ts";
import { clouds } from "../../../src/core/environment/clouds.ts";
import { kindOfOrganizationType } from "../../../src/core/environment/environmentKind.ts";
import { readInstances } from "../../../src/core/environment/readInstances.ts";

/** Values and members of the documented enumeration, with the kind that they stand for. */
const types: readonly (readonly [unknown, string, string])[] = [
	[0, "Customer", "production"],
	[1, "Monitoring", "production"],
	[2, "Support", "production"],
	[3, "BackEnd", "production"],
	[4, "Secondary", "production"],
	[5, "CustomerTest", "test"],
	[6, "CustomerFreeTest", "test"],
	[7, "CustomerPreview", "test"],
	[8, "Placeholder", "production"],
	[9, "TestDrive", "test"],
	[10, "MsftInvestigation", "production"],
	[11, "EmailTrial", "production"],
	[12, "Default", "production"],
	[13, "Developer", "development"],
	[14, "Trial", "test"],
	[15, "Teams", "production"],
	[16, "Platform", "production"],
	[17, "a member that is not documented", "production"],
	["5", "a text", "production"],
	[undefined, "nothing", "production"],
	[null, "null", "production"],
];

const [commercial] = clouds as readonly [Cloud];

const contoso = {
	FriendlyName: "Contoso",
	UrlName: "contoso",
	Url: "https://contoso.crm4.dynamics.com/",
	ApiUrl: "https://contoso.api.crm4.dynamics.com",
	OrganizationType: 5,
	State: 0,
	TenantId: "11111111-2222-3333-4444-555555555555",
	Version: "9.2.25063.140",
};

const contosoFound = {
	name: "Contoso",
	url: "https://contoso.crm4.dynamics.com",
	apiUrl: "https://contoso.api.crm4.dynamics.com",
	kind: "test",
	tenant: "11111111-2222-3333-4444-555555555555",
	version: "9.2.25063.140",
	isEnabled: true,
};

const { apiUrl: _apiUrl, ...withoutApi } = contosoFound;

/** What an answer has in it, and what is found. */
const answers: readonly (readonly [string, unknown, unknown])[] = [
	["one environment", { value: [contoso] }, [contosoFound]],
	["no environment", { value: [] }, []],
	["one that is switched off", { value: [{ ...contoso, State: 1 }] }, [{ ...contosoFound, isEnabled: false }]],
	[
		"only the documented minimum",
		{ value: [{ Url: "https://contoso.crm4.dynamics.com" }] },
		[{ name: "contoso.crm4.dynamics.com", url: contosoFound.url, kind: "production", isEnabled: true }],
	],
	["a URL of another place", { value: [{ ...contoso, Url: "https://contoso.example.org" }] }, []],
	["an API of another place", { value: [{ ...contoso, ApiUrl: "https://example.org" }] }, [withoutApi]],
	["a URL without TLS", { value: [{ ...contoso, Url: "http://contoso.crm4.dynamics.com" }] }, []],
	["entries that are none", { value: [null, 1, "x", {}, contoso] }, [contosoFound]],
	[
		"names out of order",
		{
			value: [
				{ ...contoso, FriendlyName: "B" },
				{ ...contoso, FriendlyName: "a" },
			],
		},
		["a", "B"],
	],
	["no list", { error: { message: "No" } }, undefined],
	["nothing", undefined, undefined],
];

describe("Global discovery", () => {
	for (const [value, member, kind] of types) {
		it(`has ${kind} for ${member}`, () => {
			equal(kindOfOrganizationType(value), kind);
		});
	}

	for (const [what, answer, expected] of answers) {
		it(`reads an answer with ${what}`, () => {
			const found = readInstances(answer, commercial);
			const isNames =
				Array.isArray(expected) && expected.every((each) => typeof each === "string") && expected.length > 0;
			deepEqual(isNames ? found?.map(({ name }) => name) : found, expected);
		});
	}
});

import { deepEqual, equal, ok } from "node:assert/strict";
import { clouds } from "../../../src/core/environment/clouds.ts";
import { readEnvironmentUrl } from "../../../src/core/environment/readEnvironmentUrl.ts";
import { fuzz } from "../../support/fuzz.ts";

/** What is pasted; where it is: origin of the app, origin of the API or "-", name, cloud or "-". */
const addresses: readonly (readonly [string, string])[] = [
	["https://contoso.crm4.dynamics.com", "https://contoso.crm4.dynamics.com - contoso commercial"],
	["https://contoso.crm4.dynamics.com/", "https://contoso.crm4.dynamics.com - contoso commercial"],
	["  contoso.crm4.dynamics.com  ", "https://contoso.crm4.dynamics.com - contoso commercial"],
	["CONTOSO.CRM.Dynamics.com", "https://contoso.crm.dynamics.com - contoso commercial"],
	[
		"https://contoso-dev.crm4.dynamics.com/main.aspx?appid=1&pagetype=entitylist&etn=account#123",
		"https://contoso-dev.crm4.dynamics.com - contoso-dev commercial",
	],
	[
		"https://contoso.api.crm4.dynamics.com/api/data/v9.2/accounts?$top=1",
		"https://contoso.crm4.dynamics.com https://contoso.api.crm4.dynamics.com contoso commercial",
	],
	[
		"contoso.api.crm4.dynamics.com",
		"https://contoso.crm4.dynamics.com https://contoso.api.crm4.dynamics.com contoso commercial",
	],
	["https://contoso.crm4.dynamics.com./", "https://contoso.crm4.dynamics.com - contoso commercial"],
	["<https://contoso.crm4.dynamics.com/>", "https://contoso.crm4.dynamics.com - contoso commercial"],
	['"https://contoso.crm4.dynamics.com",', "https://contoso.crm4.dynamics.com - contoso commercial"],
	[
		"AuthType=OAuth;Username=a@b.c; Url = https://contoso.crm4.dynamics.com/ ;ClientId=1;LoginPrompt=Auto",
		"https://contoso.crm4.dynamics.com - contoso commercial",
	],
	["https://agency.crm9.dynamics.com", "https://agency.crm9.dynamics.com - agency gcc"],
	["https://admin.crm.dynamics.com", "https://admin.crm.dynamics.com - admin commercial"],
	["agency.crm.microsoftdynamics.us", "https://agency.crm.microsoftdynamics.us - agency gccHigh"],
	[
		"agency.api.crm.appsplatform.us/api/data/",
		"https://agency.crm.appsplatform.us https://agency.api.crm.appsplatform.us agency dod",
	],
	["https://contoso.crm.dynamics.cn", "https://contoso.crm.dynamics.cn - contoso china"],
	["https://dataverse.example.org/x", "https://dataverse.example.org - dataverse -"],
	["https://contoso.api.example.org", "https://contoso.api.example.org - contoso -"],
	["http://127.0.0.1:5555/api/data/v9.2", "http://127.0.0.1:5555 - 127.0.0.1:5555 -"],
	["localhost:5555", "http://localhost:5555 - localhost:5555 -"],
	["https://localhost:8443", "https://localhost:8443 - localhost:8443 -"],
	["http://[::1]:5555/", "http://[::1]:5555 - [::1]:5555 -"],
];

const refused: readonly (readonly [string, string])[] = [
	["", "empty"],
	["   ", "empty"],
	["contoso", "notAUrl"],
	[`https://${"eyJ".repeat(30_000)}.com`, "notAUrl"],
	["contoso dev", "notAUrl"],
	["https://", "notAUrl"],
	["http://contoso.crm4.dynamics.com", "notSecure"],
	["http://127.0.0.1.example.org", "notSecure"],
	["ftp://contoso.crm4.dynamics.com", "notSecure"],
	["file:///c:/contoso", "notSecure"],
	["https://someone:word@contoso.crm4.dynamics.com", "credentials"],
	["https://make.powerapps.com/environments/0000/home", "portal"],
	["https://make.gov.powerapps.us/environments/0000", "portal"],
	["https://admin.powerplatform.microsoft.com/environments/0000/hub", "portal"],
	["https://make.powerautomate.com", "portal"],
	["https://flow.microsoft.com", "portal"],
	["https://home.dynamics.com", "portal"],
	["https://make.apps.appsplatform.us", "portal"],
	["https://contoso.powerappsportals.com", "portal"],
	["https://globaldisco.crm.dynamics.com/api/discovery/v2.0/Instances", "discovery"],
	["https://disco.crm4.dynamics.com", "discovery"],
];

describe("The address of an environment", () => {
	for (const [text, expected] of addresses) {
		it(`is found in ${text}`, () => {
			const read = readEnvironmentUrl(text, clouds);
			ok(read.ok);
			const { url, apiUrl, name, cloud } = read.value;
			equal([url, apiUrl ?? "-", name, cloud?.id ?? "-"].join(" "), expected);
		});
	}

	for (const [text, problem] of refused) {
		it(`is not found in "${text.slice(0, 60)}": ${problem}`, () => {
			deepEqual(readEnvironmentUrl(text, clouds), { ok: false, problem });
		});
	}

	it("is always an origin over TLS or on this machine, whatever is pasted", () => {
		const { runs, pick, below } = fuzz(3000);
		const parts = ["http", "s", "://", "contoso", ".", "crm4.dynamics.com", "127.0.0.1", "@", ":", "8", "/", "?", "#"];
		parts.push("[", "]", "::1", "Url=", ";", "\\", "%2f", "ü", " ", "api.", "\u0000", "<", '"');
		let read = 0;
		for (let run = 0; run < runs; run += 1) {
			const text = Array.from({ length: 1 + below(8) }, () => pick(parts)).join("");
			const address = readEnvironmentUrl(text, clouds);
			if (!address.ok) continue;
			read += 1;
			const { url, apiUrl, isLoopback } = address.value;
			for (const origin of [url, apiUrl ?? url]) {
				equal(new URL(origin).origin, origin, text);
				ok(origin.startsWith("https://") || isLoopback, text);
			}
		}
		ok(read > 50, `only ${read} could be read`);
	});
});

describe("The clouds", () => {
	for (const { id, discovery, authorities, environmentSuffixes } of clouds) {
		it(`${id} has origins over TLS, and host names that no other cloud has alone`, () => {
			for (const url of [discovery, ...authorities]) equal(new URL(url).origin, url);
			ok([discovery, ...authorities].every((url) => url.startsWith("https://")));
			ok(environmentSuffixes.every((suffix) => suffix.startsWith(".")));
			ok(environmentSuffixes.some((suffix) => new URL(discovery).hostname.endsWith(suffix)));
		});
	}

	it("are five", () => {
		deepEqual(
			clouds.map(({ id }) => id),
			["commercial", "gcc", "gccHigh", "dod", "china"],
		);
	});
});

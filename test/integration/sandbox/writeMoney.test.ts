import { baseCurrency, secondUser } from "../../../src/sandbox/service/identity.ts";
import type { SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { guid, writeCases } from "../../support/sandbox/writeCases.ts";

const [one, two, yen] = [guid("1"), guid("2"), guid("a")];
const row = `account ${one}`;
const inYen = { "transactioncurrencyid@odata.bind": `transactioncurrencies(${yen})` };

function prepare(sandbox: SandboxInMemory): void {
	sandbox.ok("POST", "transactioncurrencies", {
		body: {
			transactioncurrencyid: yen,
			isocurrencycode: "JPY",
			currencyname: "Yen",
			currencysymbol: "¥",
			currencyprecision: 0,
			exchangerate: 160,
		},
	});
	sandbox.ok("POST", "accounts", { body: { accountid: one, name: "Fabrikam", revenue: 100 } });
	sandbox.ok("POST", "accounts", { body: { accountid: two, name: "Contoso" } });
}

describe("sandbox: money", () => {
	const patch = `PATCH accounts(${one})`;
	writeCases(prepare, [
		{
			name: "is in the organization's currency by default",
			request: patch,
			body: {},
			status: 204,
			after: { [row]: { transactioncurrencyid: baseCurrency.id, exchangerate: 1, revenue: 100, revenue_base: 100 } },
		},
		{
			name: "has no currency where there is no amount",
			request: `PATCH accounts(${two})`,
			body: { name: "x" },
			status: 204,
			after: { [`account ${two}`]: { transactioncurrencyid: null, exchangerate: null, revenue_base: null } },
		},
		{
			name: "is rounded to the digits of its currency",
			request: patch,
			body: { revenue: 1.005 },
			status: 204,
			after: { [row]: { revenue: 1.01, revenue_base: 1.01 } },
		},
		{
			name: "is rounded away from zero",
			request: patch,
			body: { creditlimit: 2.675 },
			status: 204,
			after: { [row]: { creditlimit: 2.68, creditlimit_base: 2.68 } },
		},
		{
			name: "is in base what its rate makes of it",
			request: patch,
			body: { ...inYen, revenue: 1000 },
			status: 204,
			after: { [row]: { transactioncurrencyid: yen, exchangerate: 160, revenue: 1000, revenue_base: 6.25 } },
		},
		{
			name: "is computed again when the currency changes",
			request: patch,
			body: inYen,
			status: 204,
			after: { [row]: { exchangerate: 160, revenue: 100, revenue_base: 0.625 } },
		},
		{
			name: "takes its companions along when it goes",
			request: patch,
			body: { revenue: null },
			status: 204,
			after: { [row]: { revenue: null, revenue_base: null } },
		},
		{
			name: "does not take a sent base or rate",
			request: patch,
			body: { revenue: 5, revenue_base: 7, exchangerate: 9 },
			status: 204,
			after: { [row]: { revenue_base: 5, exchangerate: 1 } },
		},
		{
			name: "falls back to the default where the currency is cleared",
			request: patch,
			body: { "transactioncurrencyid@odata.bind": null },
			status: 204,
			after: { [row]: { transactioncurrencyid: baseCurrency.id, revenue_base: 100 } },
		},
		{
			name: "has a currency without an amount where one is sent",
			request: `PATCH accounts(${two})`,
			body: inYen,
			status: 204,
			after: { [`account ${two}`]: { transactioncurrencyid: yen, exchangerate: 160, revenue_base: null } },
		},
		{
			name: "does not go by the row's currency in the table of currencies",
			request: `PATCH transactioncurrencies(${yen})`,
			body: { exchangerate: 170 },
			status: 204,
			after: { [`transactioncurrency ${yen}`]: { exchangerate: 170 } },
		},
		{
			name: "keeps the currency that all amounts are computed in",
			request: `DELETE transactioncurrencies(${baseCurrency.id})`,
			status: 400,
			code: "0x80048cff",
			after: { [`transactioncurrency ${baseCurrency.id}`]: {} },
		},
	]);

	writeCases(
		(sandbox) => {
			prepare(sandbox);
			sandbox.ok("PATCH", `usersettingscollection(${secondUser.id})`, { body: inYen });
		},
		[
			{
				name: "is in the acting user's currency where the user has one",
				request: "POST accounts",
				body: { accountid: guid("3"), revenue: 320.4 },
				headers: { MSCRMCallerID: secondUser.id },
				status: 204,
				after: { [`account ${guid("3")}`]: { transactioncurrencyid: yen, revenue: 320, revenue_base: 2 } },
			},
		],
	);
});

import type { SampleTable } from "../sampleRow.ts";
import { sampleId } from "../sampleWorld.ts";
import { keptBySystem } from "./units.ts";

/** Units for one euro; the one with three digits after the point and the one with none are there on purpose. */
const currencies = [
	["USD", "US Dollar", "$", 2, 1.085],
	["GBP", "Pound Sterling", "£", 2, 0.85],
	["JPY", "Yen", "¥", 0, 161.25],
	["CHF", "Swiss Franc", "CHF", 2, 0.96],
	["INR", "Indian Rupee", "₹", 2, 90.125],
	["KWD", "Kuwaiti Dinar", "د.ك", 3, 0.333],
] as const;

export const currencyLimit = currencies.length;

export const transactionCurrencies: SampleTable = {
	name: "transactioncurrency",
	row(index, world) {
		const [code, name, symbol, precision, rate] = currencies[index] ?? currencies[0];
		return {
			transactioncurrencyid: sampleId(world, "transactioncurrency", index),
			isocurrencycode: code,
			currencyname: name,
			currencysymbol: symbol,
			currencyprecision: precision,
			currencytype: 0,
			exchangerate: rate,
			...keptBySystem(world),
			statecode: 0,
			statuscode: 1,
		};
	},
};

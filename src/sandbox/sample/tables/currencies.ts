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
	row(index, world, put) {
		const [code, name, symbol, precision, rate] = currencies[index] ?? currencies[0];
		put("transactioncurrencyid", sampleId(world, "transactioncurrency", index));
		put("isocurrencycode", code);
		put("currencyname", name);
		put("currencysymbol", symbol);
		put("currencyprecision", precision);
		put("currencytype", 0);
		put("exchangerate", rate);
		keptBySystem(put, world);
		put("statecode", 0);
		put("statuscode", 1);
	},
};

import { baseCurrency } from "../service/identity.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { columnSql, rowAlias } from "./rowColumns.ts";
import { quoted } from "../storage/sqlNames.ts";
import { positioned, readRows } from "./readRows.ts";

/** How amounts of a currency are shown. */
export interface Currency {
	readonly symbol: string;
	/** Digits behind the point. */
	readonly precision: number;
}

/** Two digits: what an organization has that nobody configured. */
export const usualPrecision = 2;

/** The currencies of an answer, read when the first amount is formatted: an organization has few of them. */
export class Currencies {
	readonly #context: RequestContext;
	#all: ReadonlyMap<string, Currency> | undefined;

	constructor(context: RequestContext) {
		this.#context = context;
	}

	/** Undefined where there is no such currency. */
	get(id: string): Currency | undefined {
		this.#all ??= readCurrencies(this.#context);
		return this.#all.get(id);
	}

	/** That of the `_base` columns. */
	base(): Currency {
		return this.get(baseCurrency.id) ?? { symbol: baseCurrency.symbol, precision: usualPrecision };
	}
}

function readCurrencies({ schema, store, database }: RequestContext): ReadonlyMap<string, Currency> {
	const table = schema.table("transactioncurrency");
	if (table === undefined) return new Map();
	store.ensure(table);
	const columns = [table.primaryId, "currencysymbol", "currencyprecision"].map(columnSql);
	const sql = `SELECT ${positioned(columns)} FROM ${quoted(table.logicalName)} AS ${quoted(rowAlias)}`;
	const currencies = new Map<string, Currency>();
	for (const row of readRows(database, sql, [])) {
		const symbol = typeof row[1] === "string" ? row[1] : "";
		currencies.set(String(row[0]), { symbol, precision: typeof row[2] === "number" ? row[2] : usualPrecision });
	}
	return currencies;
}

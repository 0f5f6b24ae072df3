import { baseCurrency, organization } from "../service/identity.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { SandboxColumn } from "../schema/sandboxTable.ts";
import type { SqlRow } from "../storage/database.ts";
import { roundTo } from "../values/roundTo.ts";
import { storedRow } from "./rows.ts";
import type { RecordReference, RowDraft } from "./rowDraft.ts";

/** Digits after the point in every `_base` column and, at most, in every amount. */
const storedDigits = 4;

/**
 * Amounts and their companions: all amounts of a row are in one currency, by default that of the user, else that of the
 * organization; they are rounded to the digits that their column asks for, and `_base` is the amount divided by the
 * exchange rate, which the row takes from its currency whenever an amount or the currency is written.
 * https://learn.microsoft.com/power-apps/developer/data-platform/transaction-currency-currency-entity
 */
export function setMoney(context: RequestContext, draft: RowDraft): void {
	const amounts = amountColumns(draft);
	const written = amounts.some(({ logicalName }) => draft.sets(logicalName));
	const hasCurrency = draft.kept("transactioncurrencyid") !== undefined;
	if (draft.table.logicalName === "transactioncurrency" || !hasCurrency) return;
	if (!written && !draft.sets("transactioncurrencyid")) return;
	const holdsAmount = amounts.some(({ logicalName }) => draft.value(logicalName) !== null);
	if (draft.target("transactioncurrencyid") === undefined && holdsAmount) {
		draft.linkKept("transactioncurrencyid", defaultCurrency(context));
	}
	const target = draft.target("transactioncurrencyid");
	const currency = target === undefined ? undefined : rowOf(context, target);
	const rate = currency === undefined ? null : numberOr(currency.exchangerate, 1);
	draft.setKept("exchangerate", rate);
	for (const column of amounts) setAmount(context, draft, column, currency, rate);
}

function setAmount(
	context: RequestContext,
	draft: RowDraft,
	column: SandboxColumn,
	currency: SqlRow | undefined,
	rate: number | null,
): void {
	const amount = draft.value(column.logicalName);
	if (typeof amount !== "number" || rate === null) {
		if (amount === null) draft.setKept(baseName(column), null);
		return;
	}
	const rounded = roundTo(amount, digits(context, column, currency));
	if (rounded !== amount) draft.set(column, rounded);
	draft.setKept(baseName(column), rate === 0 ? null : roundTo(rounded / rate, storedDigits));
}

function amountColumns({ table }: RowDraft): readonly SandboxColumn[] {
	return [...table.columns.values()].filter(
		({ type, stored, baseOf }) => type === "Money" && stored && baseOf === undefined,
	);
}

const baseName = ({ logicalName }: SandboxColumn): string => `${logicalName}_base`;

/** Where the precision comes from: 0 the column, 1 the organization's prices, 2 the currency. */
function digits(context: RequestContext, { column }: SandboxColumn, currency: SqlRow | undefined): number {
	const own = column.precision ?? storedDigits;
	if (column.precisionSource === 2) return Math.min(numberOr(currency?.currencyprecision, own), storedDigits);
	if (column.precisionSource !== 1) return own;
	const settings = rowOf(context, { table: "organization", id: organization.id });
	return Math.min(numberOr(settings?.pricingdecimalprecision, own), storedDigits);
}

/** Undefined where not even the base currency is in the database. */
function defaultCurrency(context: RequestContext): RecordReference | null {
	const settings = rowOf(context, { table: "usersettings", id: context.session.userId });
	for (const id of [settings?.transactioncurrencyid, baseCurrency.id]) {
		if (typeof id !== "string") continue;
		const reference = { table: "transactioncurrency", id };
		if (rowOf(context, reference) !== undefined) return reference;
	}
	return null;
}

function rowOf(context: RequestContext, { table, id }: RecordReference): SqlRow | undefined {
	const known = context.schema.table(table);
	if (known === undefined) return undefined;
	context.store.ensure(known);
	return storedRow(context.database, known, id);
}

function numberOr(value: unknown, otherwise: number): number {
	return typeof value === "number" ? value : otherwise;
}

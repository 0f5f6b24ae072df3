import type { SqlFragment } from "../query/sqlFragment.ts";
import type { OrderTerm } from "../query/translateOrderBy.ts";
import type { SqlValue } from "../storage/database.ts";

/**
 * The rows behind a position in an order, as conditions to be read one after the other: their rows follow each other in
 * that order too. Nulls sort first, as in SQLite and in the service. Each condition begins with a range of the first
 * column, so that an index finds its beginning, however many pages came before.
 *
 * @param values of the terms, as many.
 */
export function rangesAfter(terms: readonly OrderTerm[], values: readonly SqlValue[]): readonly SqlFragment[] {
	const [first] = terms;
	const [value = null] = values;
	if (first === undefined) return [];
	const rest = after(terms.slice(1), values.slice(1));
	const equal = (): SqlFragment[] => (rest === undefined ? [] : [both(compare(first, "IS", value), rest)]);
	if (value === null) {
		return first.direction === "ASC" ? [...equal(), notNull(first)] : equal();
	}
	const sign = first.direction === "ASC" ? ">" : "<";
	const beyond = compare(first, sign, value);
	const range =
		rest === undefined
			? beyond
			: both(compare(first, `${sign}=`, value), either(beyond, both(compare(first, "IS", value), rest)));
	return first.direction === "ASC" ? [range] : [range, isNull(first)];
}

/** Rows that come after those values, all terms compared; undefined where there can be none. */
function after(terms: readonly OrderTerm[], values: readonly SqlValue[]): SqlFragment | undefined {
	const [first, ...others] = terms;
	const [value = null, ...rest] = values;
	if (first === undefined) return undefined;
	const beyond = strictlyAfter(first, value);
	const behind = after(others, rest);
	const equal = behind === undefined ? undefined : both(compare(first, "IS", value), behind);
	if (beyond === undefined) return equal;
	return equal === undefined ? beyond : either(beyond, equal);
}

function strictlyAfter(term: OrderTerm, value: SqlValue): SqlFragment | undefined {
	if (term.direction === "ASC") return value === null ? notNull(term) : compare(term, ">", value);
	return value === null ? undefined : either(compare(term, "<", value), isNull(term));
}

function compare({ sql, values }: OrderTerm, operator: string, value: SqlValue): SqlFragment {
	return { sql: `${sql} ${operator} ?`, values: [...values, value] };
}

const isNull = ({ sql, values }: OrderTerm): SqlFragment => ({ sql: `${sql} IS NULL`, values });
const notNull = ({ sql, values }: OrderTerm): SqlFragment => ({ sql: `${sql} IS NOT NULL`, values });

function both(left: SqlFragment, right: SqlFragment): SqlFragment {
	return { sql: `(${left.sql} AND ${right.sql})`, values: [...left.values, ...right.values] };
}

function either(left: SqlFragment, right: SqlFragment): SqlFragment {
	return { sql: `(${left.sql} OR ${right.sql})`, values: [...left.values, ...right.values] };
}

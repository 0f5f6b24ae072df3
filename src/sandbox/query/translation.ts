import type { CallExpression, Expression } from "../../core/odata/nodes.ts";
import type { SandboxTable } from "../schema/sandboxTable.ts";
import { keptZoneOffset } from "../service/zoneOffset.ts";
import type { SqlValue } from "../storage/database.ts";
import { quoted } from "../storage/sqlNames.ts";
import { aliasInCircle, aliasNotAllowed, tableNotKept, tooManyConditions } from "./queryRefusals.ts";
import type { Row } from "./row.ts";
import type { QueryScope } from "./scope.ts";
import { ZoneClock } from "./zoneClock.ts";

/** Conditions and joins that one query may have. */
const conditionLimit = 500;

const nothing: Expression = { kind: "literal", type: "null", value: null, start: -1, end: -1 };

/** What is collected while one query becomes SQL: its values in the order of their `?`, and the names it uses. */
export class Translation {
	readonly scope: QueryScope;
	readonly values: SqlValue[] = [];
	/** The row that is filtered or ordered. */
	readonly row: Row;
	#rows = 0;
	#conditions = 0;
	#parameters: Map<string, Expression> | undefined;
	#clock: ZoneClock | undefined;

	constructor(scope: QueryScope) {
		this.scope = scope;
		this.row = { table: scope.table, sql: `${quoted(scope.alias)}.` };
	}

	/** The `?` of a value. Call it when the text before it is complete. */
	bind(value: SqlValue): string {
		this.values.push(value);
		return "?";
	}

	/** A new alias, unquoted and without point; it needs no quotes in SQL. */
	alias(): string {
		this.#rows += 1;
		return `${this.scope.alias}${this.#rows}`;
	}

	/** To be called for each condition and each join of the query, which the service limits together. */
	count(): void {
		this.#conditions += 1;
		if (this.#conditions > conditionLimit) throw tooManyConditions();
	}

	/** The table of that name with its storage made. */
	table(logicalName: string): SandboxTable {
		const { schema, store } = this.scope.context;
		const table = schema.table(logicalName);
		if (table === undefined) throw tableNotKept(logicalName);
		store.ensure(table);
		return table;
	}

	/** The expression itself: without parentheses around it, and for a parameter alias what it stands for. */
	resolve(expression: Expression): Expression {
		let found = expression;
		let steps = 0;
		while (found.kind === "group" || found.kind === "aliasReference") {
			if (found.kind === "group") {
				found = found.expression;
			} else {
				steps += 1;
				if (steps > 100) throw aliasInCircle(found.name);
				found = this.#parameter(found.name);
			}
		}
		return found;
	}

	/** The name of a function as it was written: the tree has OData's own in lower case, the service knows no other. */
	written({ name, start, nameEnd }: CallExpression): string {
		const text = this.scope.context.uri.text.slice(start, nameEnd);
		return text.toLowerCase() === name.toLowerCase() ? text : name;
	}

	/** The acting user's clock. */
	get clock(): ZoneClock {
		const { session, schema } = this.scope.context;
		this.#clock ??= new ZoneClock(keptZoneOffset(schema, session.timeZone), session.now);
		return this.#clock;
	}

	/** An alias without a value is null. */
	#parameter(name: string): Expression {
		if (this.scope.parameterAliases === "refused") throw aliasNotAllowed(name);
		if (this.#parameters === undefined) {
			this.#parameters = new Map();
			for (const option of this.scope.context.uri.options) {
				if (option.kind === "alias") this.#parameters.set(option.written, option.value);
			}
		}
		return this.#parameters.get(name) ?? nothing;
	}
}

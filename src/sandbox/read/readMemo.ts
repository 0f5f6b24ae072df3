import type { SandboxColumn, SandboxSchema, SandboxTable } from "../schema/sandboxTable.ts";
import type { Session } from "../service/session.ts";
import { createFormats, type Formats } from "./formats.ts";
import { readableColumns } from "./rowColumns.ts";
import { createRowPlan, type RowPlan, type RowShape } from "./rowPlan.ts";

/** Plans that stay made: programs ask in a few shapes, people in many. */
const keptPlans = 300;

/**
 * What follows from the schema alone and is worth keeping from one request to the next. It holds nothing of any row or
 * request, so forgetting it changes nothing but time.
 */
export class ReadMemo {
	readonly #plans = new Map<string, RowPlan>();
	readonly #columns = new Map<SandboxTable, readonly SandboxColumn[]>();
	readonly #formats = new Map<string, Formats>();

	rowPlan(shape: RowShape): RowPlan {
		const key = keyOf(shape);
		const known = this.#plans.get(key);
		if (known !== undefined) return known;
		const plan = createRowPlan(shape);
		if (this.#plans.size >= keptPlans) this.#plans.clear();
		this.#plans.set(key, plan);
		return plan;
	}

	/** What GET shows without `$select`. */
	allColumns(table: SandboxTable): readonly SandboxColumn[] {
		let columns = this.#columns.get(table);
		if (columns === undefined) {
			columns = readableColumns(table);
			this.#columns.set(table, columns);
		}
		return columns;
	}

	formats({ locale, timeZone }: Session): Formats {
		const key = `${locale} ${timeZone}`;
		let formats = this.#formats.get(key);
		if (formats === undefined) {
			formats = createFormats(locale, timeZone);
			this.#formats.set(key, formats);
		}
		return formats;
	}
}

function keyOf({ table, columns, needed, etag, level, annotations }: RowShape): string {
	const { formatted, navigation, target } = annotations;
	const names = (list: readonly SandboxColumn[]): string => list.map(({ logicalName }) => logicalName).join(",");
	return `${table.logicalName}|${level} ${etag} ${formatted} ${navigation} ${target}|${names(columns)}|${names(needed)}`;
}

const memos = new WeakMap<SandboxSchema, ReadMemo>();

export function readMemo(schema: SandboxSchema): ReadMemo {
	let memo = memos.get(schema);
	if (memo === undefined) {
		memo = new ReadMemo();
		memos.set(schema, memo);
	}
	return memo;
}

import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import type { Column } from "../model.ts";
import type { ColumnDraft } from "./draft.ts";
import { copyColumn, type OnRelabel, overlayColumn } from "./mergeColumn.ts";
import type { PageColumn } from "./page.ts";
import type { ProblemCode } from "./problem.ts";

/** Tells a problem about a thing of the page that is being added. */
export type Tell = (code: ProblemCode, thing: object, text: string) => void;

/** The columns of a table while its pages are laid over one another. */
export class ColumnMerge {
	readonly #byName = new Map<string, ColumnDraft>();
	/** Changed columns are named by their schema name alone. */
	readonly #bySchemaName = new Map<string, ColumnDraft>();

	add(column: PageColumn, tell: Tell): void {
		const known = this.#byName.get(nameOf(column));
		if (known === undefined) {
			this.#keep(column);
			return;
		}
		if (known.layer === column.layer) tell("repeatedColumn", column, nameOf(column));
		overlayColumn(known, column, relabel(tell, column));
	}

	/** Lays the changed facts over the column; those of a column that is not there are kept by themselves. */
	change(column: PageColumn, tell: Tell): void {
		const known =
			column.logicalName === undefined
				? (this.#bySchemaName.get(column.schemaName) ?? this.#byName.get(nameOf(column)))
				: this.#byName.get(column.logicalName);
		if (known !== undefined) {
			overlayColumn(known, column, relabel(tell, column));
			return;
		}
		tell("baseItemMissing", column, column.schemaName);
		this.#keep(column);
	}

	#keep(column: PageColumn): void {
		const copy = copyColumn(column);
		this.#byName.set(nameOf(column), copy);
		if (!this.#bySchemaName.has(column.schemaName)) this.#bySchemaName.set(column.schemaName, copy);
	}

	/** In code unit order of their logical names. */
	get columns(): readonly Column[] {
		return [...this.#byName]
			.sort(([a], [b]) => compareCodeUnits(a, b))
			.map(([logicalName, column]) => ({ ...column, logicalName }));
	}
}

/** The logical name; where no page gives it, what it nearly always is (the page's problem tells so). */
function nameOf({ logicalName, schemaName }: PageColumn): string {
	return logicalName ?? schemaName.toLowerCase();
}

function relabel(tell: Tell, column: PageColumn): OnRelabel {
	return (before, after) => {
		const labels = `${String(before.label)}, ${String(after.label)}`;
		tell("optionTwice", column, `${column.schemaName}: ${before.value} ${labels}`);
	};
}

import type { Column } from "../../../src/core/schema/model.ts";
import type { SandboxColumn } from "../../../src/sandbox/schema/sandboxTable.ts";
import { sandboxColumns } from "../../../src/sandbox/schema/sandboxColumns.ts";
import { noSupplement } from "../../../src/sandbox/supplement/supplement.ts";
import { sampleColumn, sampleTable } from "../sampleSchema.ts";

/** One column `x` of the table `thing`, as the sandbox takes it. */
export function columnOf(facts: Partial<Column>): SandboxColumn {
	const table = sampleTable("thing", { columns: [sampleColumn("x", { access: "writable", ...facts })] });
	const column = sandboxColumns(table, noSupplement).get("x");
	if (column === undefined) throw new Error("the table has its column");
	return column;
}

/** A choice with these values. */
export const optionsOf = (...values: readonly number[]): Pick<Column, "choice"> => ({
	choice: { options: values.map((value) => ({ value, layer: "dataverse" })) },
});

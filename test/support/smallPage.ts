/** Small reference pages put together from the lines that a test cares about. */
import { compileReference, type CompileResult } from "../../src/core/schema/reference/compileReference.ts";
import type { PageFile } from "../../src/core/schema/reference/page.ts";

export interface SmallPage {
	/** Logical name of the table; "cgn_plot" unless told. */
	readonly name?: string;
	/** First folder of the path; "platform" unless told. */
	readonly layer?: string;
	readonly product?: string;
	/** Product of the page that this one extends. */
	readonly over?: string;
	/** Rows of the section Properties; an extension page has none. */
	readonly properties?: readonly string[];
}

/** A page whose sections are the given lines. */
export function smallPage(sections: readonly string[], options: SmallPage = {}): PageFile {
	const { name = "cgn_plot", layer = "platform", product = "Contoso Platform", over, properties } = options;
	const title = `Plot (${name})`;
	const note = `> The ${product} ${title} table extends the [${String(over)} ${title} table](/${name}).`;
	const rows = properties ?? [`| **SchemaName** | \`${name}\` |`, `| **LogicalName** | \`${name}\` |`];
	const lines = [
		`# ${title} table/entity reference (${product})`,
		"",
		...(over === undefined
			? ["## Properties", "", "|Property|Value|", "| --- | --- |", ...rows, ""]
			: ["> [!NOTE]", note, ""]),
		...sections,
	];
	return { path: `${layer}/${name}.md`, text: `${lines.join("\n")}\n` };
}

/** The heading of an item. */
export function item(name: string, marks = "###"): string {
	return `${marks} <a name="BKMK_${name}"></a> ${name}`;
}

/** A writable column with the given rows after its logical name. */
export function columnLines(name: string, ...rows: readonly string[]): readonly string[] {
	return [item(name), "", "|Property|Value|", "|---|---|", `|LogicalName|\`${name.toLowerCase()}\`|`, ...rows, ""];
}

/** An item with a table of just these rows. */
export function itemLines(name: string, ...rows: readonly string[]): readonly string[] {
	return [item(name), "", "|Property|Value|", "|---|---|", ...rows, ""];
}

export function compilePages(...files: readonly PageFile[]): CompileResult {
	return compileReference(files, { descriptions: true });
}

/** The problems as "line code text", the page left out where there is one. */
export function told({ problems }: Pick<CompileResult, "problems">): readonly string[] {
	return problems.map(({ line, code, text }) => `${line} ${code} ${text}`);
}

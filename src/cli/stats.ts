import type { Catalog } from "../core/schema/catalog.ts";
import type { ColumnType, Table } from "../core/schema/model.ts";
import { countSchema, type SchemaCounts } from "../core/schema/reference/countSchema.ts";
import { cliHelp } from "../words/cliHelp.ts";
import { layerTables, statsWords } from "../words/cliReport.ts";
import { columnTypeName } from "../words/columnType.ts";
import { english, type Message } from "../words/message.ts";
import type { Command } from "./command.ts";
import { countLines, rightAligned } from "./countLines.ts";
import { exitCodes } from "./exitCodes.ts";
import { printJson } from "./printJson.ts";
import { type Style, styleOf } from "./style.ts";

/** Counts everything, so it reads each table of the bundle once: about a third of a second for the shipped one. */
export const stats: Command = {
	name: "schema stats",
	operands: [],
	options: { json: { help: cliHelp.json }, bundle: { value: "FILE", help: cliHelp.bundle } },
	summary: cliHelp.stats,
	run({ values, switches }, { terminal, openCatalog }) {
		const catalog = openCatalog(values.get("bundle"));
		if (catalog === undefined) return exitCodes.problems;
		const tables = tablesOf(catalog);
		const result = {
			layers: layersOf(catalog),
			...countSchema({ layers: catalog.layers, tables }),
			columnsByType: columnsByType(tables),
		};
		terminal.data(switches.has("json") ? printJson(result) : statsText(result, styleOf(terminal.color)));
		return exitCodes.ok;
	},
};

interface LayerCount {
	readonly id: string;
	readonly product: string;
	/** Tables that the layer says something about. */
	readonly tables: number;
}

interface Stats extends SchemaCounts {
	readonly layers: readonly LayerCount[];
	/** Most frequent first. */
	readonly columnsByType: Readonly<Partial<Record<ColumnType, number>>>;
}

/** A damaged table has been told by then and is left out. */
function tablesOf(catalog: Catalog): readonly Table[] {
	return catalog.tables().flatMap(({ logicalName }) => catalog.table(logicalName) ?? []);
}

function columnsByType(tables: readonly Table[]): Stats["columnsByType"] {
	const counts = new Map<ColumnType, number>();
	for (const { columns } of tables)
		for (const { type } of columns) if (type !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1);
	return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function layersOf(catalog: Catalog): readonly LayerCount[] {
	return catalog.layers.map(({ id, product }) => ({
		id,
		product,
		tables: catalog.tables().filter(({ layers }) => layers.includes(id)).length,
	}));
}

function statsText(result: Stats, style: Style): string {
	const types = (Object.keys(result.columnsByType) as readonly ColumnType[]).map(
		(type) => [`  ${type} (${english(columnTypeName(type))})`, result.columnsByType[type] ?? 0] as const,
	);
	const heading = (title: Message): string => style.strong(english(title));
	return [
		...countLines(result),
		"",
		heading(statsWords.columnTypes),
		...rightAligned(types),
		"",
		heading(statsWords.layers),
		...result.layers.map(({ product, tables }) => `  ${english(layerTables(product, tables))}`),
	].join("\n");
}

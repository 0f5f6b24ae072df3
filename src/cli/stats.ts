import type { Catalog } from "../core/schema/catalog.ts";
import { countSchema, type SchemaCounts } from "../core/schema/countSchema.ts";
import type { Table } from "../core/schema/model.ts";
import { cliHelp } from "../words/cliHelp.ts";
import { layerTables, statsWords } from "../words/cliReport.ts";
import { columnTypeName } from "../words/columnType.ts";
import { english, type Message } from "../words/message.ts";
import type { Command } from "./command.ts";
import { countLines, rightAligned } from "./countLines.ts";
import { exitCodes } from "./exitCodes.ts";
import { printJson } from "./printJson.ts";
import { type Style, styleOf } from "./style.ts";

export const stats: Command = {
	name: "schema stats",
	operands: [],
	options: { json: { help: cliHelp.json }, bundle: { value: "FILE", help: cliHelp.bundle } },
	summary: cliHelp.stats,
	async run({ values, switches }, { terminal, openCatalog }) {
		const catalog = await openCatalog(values.get("bundle"));
		if (catalog === undefined) return exitCodes.problems;
		const result = { layers: layersOf(catalog), ...countSchema(tablesOf(catalog)) };
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

function* tablesOf(catalog: Catalog): Generator<Table> {
	for (const { logicalName } of catalog.tables()) {
		const table = catalog.table(logicalName);
		if (table !== undefined) yield table;
	}
}

function layersOf(catalog: Catalog): readonly LayerCount[] {
	return catalog.layers.map(({ id, product }) => ({
		id,
		product,
		tables: catalog.tables().filter(({ layers }) => layers.includes(id)).length,
	}));
}

function statsText(result: SchemaCounts & { readonly layers: readonly LayerCount[] }, style: Style): string {
	const { layers, columnsByType } = result;
	const types = (Object.keys(columnsByType) as readonly (keyof typeof columnsByType)[]).map(
		(type) => [`  ${type} (${english(columnTypeName(type))})`, columnsByType[type] ?? 0] as const,
	);
	const heading = (title: Message): string => style.strong(english(title));
	return [
		...countLines(result),
		"",
		heading(statsWords.columnTypes),
		...rightAligned(types.sort(([, a], [, b]) => b - a)),
		"",
		heading(statsWords.layers),
		...layers.map(({ product, tables }) => `  ${english(layerTables(product, tables))}`),
	].join("\n");
}

import type { Catalog, Relationship } from "../schema/catalog.ts";

const mostKept = 500;

/** Classes of the SDK and of .NET that are called like a table: no early-bound record. */
const programClasses =
	/^(?:Entity|EntityReference|Relationship|Attribute|OptionSet|Task|Queue|Process|Calendar|Workflow|Report|Import|Subject|Position|Application|Theme|Team|Role|Solution|Plugin|Connection)$/;

/**
 * The questions that recognising asks of a catalog. All are answered from names alone: no table is read here, so that a
 * hover over a word that is no name costs next to nothing.
 */
export class SchemaNames {
	readonly catalog: Catalog;
	#prefixes: ReadonlySet<string> | undefined;
	readonly #columns = new Map<string, readonly string[]>();
	readonly #navigation = new Map<string, readonly string[]>();

	constructor(catalog: Catalog) {
		this.catalog = catalog;
	}

	/** The logical name, where this is exactly one. */
	table(name: string): string | undefined {
		return this.catalog.summary(name)?.logicalName;
	}

	/** The logical name of the table with this entity set. */
	tableOfSet(name: string): string | undefined {
		return this.catalog.tableByEntitySet(name)?.logicalName;
	}

	/** The logical name of a table by the name of its class: the schema name in its exact case. */
	tableOfClass(name: string): string | undefined {
		if (!/^[A-Z]|_/.test(name) || programClasses.test(name)) return undefined;
		const found = this.catalog.findTable(name);
		return found?.schemaName === name ? found.logicalName : undefined;
	}

	/** By logical name, set name or schema name in any case. */
	tableOfAnyName(name: string): string | undefined {
		return this.catalog.findTable(name)?.logicalName;
	}

	/** Asked again and again for the words of one text, so the last answers are kept. */
	tablesWithColumn(column: string): readonly string[] {
		return kept(this.#columns, column, () => this.catalog.tablesWithColumn(column));
	}

	tablesWithNavigation(name: string): readonly string[] {
		return kept(this.#navigation, name, () => this.catalog.tablesWithNavigationProperty(name));
	}

	hasColumn(table: string, column: string): boolean {
		return this.tablesWithColumn(column).includes(table);
	}

	/** The logical name of the column that this text names in that table: exact, or its schema name. */
	columnOf(table: string, text: string): string | undefined {
		if (this.hasColumn(table, text)) return text;
		const lower = text.toLowerCase();
		if (lower !== text && this.hasColumn(table, lower)) return lower;
		return undefined;
	}

	hasNavigation(table: string, name: string): boolean {
		return this.tablesWithNavigation(name).includes(table);
	}

	/** The tables that a navigation property of that table leads to. */
	targets(table: string, name: string): readonly string[] {
		const found = new Set<string>();
		for (const relationship of this.catalog.relationshipsByNavigationProperty(table, name)) {
			const other = otherSide(relationship, table, name);
			if (other !== undefined) found.add(other);
		}
		return [...found];
	}

	isRelationship(name: string): boolean {
		return this.catalog.relationships(name).length > 0;
	}

	/**
	 * Whether the name starts with a publisher's prefix ("msdyn_"): one that at least three tables share and that is no
	 * table itself, so that "account_tasks" and "user_settings" do not count.
	 */
	hasPublisherPrefix(name: string): boolean {
		const end = name.indexOf("_");
		if (end < 2 || end === name.length - 1) return false;
		this.#prefixes ??= publisherPrefixes(this.catalog);
		return this.#prefixes.has(name.slice(0, end).toLowerCase());
	}
}

function kept(answers: Map<string, readonly string[]>, name: string, ask: () => readonly string[]): readonly string[] {
	let answer = answers.get(name);
	if (answer === undefined) {
		if (answers.size >= mostKept) answers.clear();
		answer = ask();
		answers.set(name, answer);
	}
	return answer;
}

function otherSide({ from, to }: Relationship, table: string, name: string): string | undefined {
	if (from.table === table && from.navigationProperty === name) return to.table;
	return to.table === table && to.navigationProperty === name ? from.table : undefined;
}

function publisherPrefixes(catalog: Catalog): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const { logicalName } of catalog.tables()) {
		const end = logicalName.indexOf("_");
		if (end < 2) continue;
		const prefix = logicalName.slice(0, end);
		counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
	}
	const shared = [...counts].filter(([prefix, count]) => count >= 3 && catalog.summary(prefix) === undefined);
	return new Set(shared.map(([prefix]) => prefix));
}

/** What the table page says. The page gets these localised, holes and all, and fills the holes itself. */
import { type Message, message } from "./message.ts";
import { treeWords } from "./schemaTree.ts";

export const tablePageWords = {
	// Sections and their ways
	columns: treeWords.columns,
	choices: treeWords.choices,
	keys: treeWords.keys,
	manyToOne: treeWords.manyToOne,
	oneToMany: treeWords.oneToMany,
	manyToMany: treeWords.manyToMany,
	messages: treeWords.messages,
	manyToOneHint: message("Lookup columns of this table and the tables they point to"),
	oneToManyHint: message("Tables with a lookup column that points to this table"),
	manyToManyHint: message("Tables linked through a table in between"),
	sections: message("Sections of this page"),
	skipToColumns: message("Skip to columns"),
	facts: message("Facts"),
	note: message("Note"),
	// Header
	browseRows: message("Browse Rows"),
	copyNames: message("Copy…"),
	documentation: message("Documentation"),
	search: message("Search"),
	// Lists
	filterColumns: message("Filter columns"),
	filterColumnsHint: message("Filter by name, type or target"),
	filterChoices: message("Filter choices"),
	filterRelationships: message("Filter relationships"),
	filterRelationshipsHint: message("Filter by table, column or name"),
	filterMessages: message("Filter messages"),
	type: message("Type"),
	required: message("Required"),
	anyType: message("Any type"),
	anyRequired: message("Required or not"),
	column: message("Column"),
	use: message("Use"),
	layer: message("Layer"),
	choice: message("Choice"),
	options: treeWords.options,
	table: message("Table"),
	lookupColumn: treeWords.lookupColumn,
	intersectTable: treeWords.intersectTable,
	navigationProperty: treeWords.navigationProperty,
	relationship: treeWords.relationshipName,
	name: message("Name"),
	keyColumns: message("Columns"),
	message: message("Message"),
	event: message("Event"),
	webApi: message("Web API"),
	sdk: message("SDK for .NET"),
	value: message("Value"),
	label: message("Label"),
	details: message("Details"),
	usedBy: treeWords.usedBy,
	// States
	shown: message("{shown} of {total}"),
	all: message("{total}"),
	showMore: message("Show {count} more"),
	showAll: message("Show all {total}"),
	noMatch: message("Nothing here matches the filter."),
	clearFilter: treeWords.clearFilter,
	none: message("None."),
	keysNotDocumented: message("Alternate keys are not documented for this table."),
	messagesNotDocumented: message("Messages are not documented for this table."),
	notDocumented: treeWords.notDocumented,
	labelNotDocumented: treeWords.labelNotDocumented,
	blank: message("(blank)"),
	usualMark: message("usual"),
	usualName: message("Not documented: this is the usual name, the name of the relationship"),
	loading: message("Loading…"),
	failed: message("This part could not be loaded: {reason}"),
	retry: message("Try again"),
	// Actions on names
	showDetails: message("Show details of {name}"),
	copy: message("Copy {name}"),
	copied: message("{name} copied"),
	openTable: message("Open table page of {name}"),
	goToColumn: message("Go to column {name}"),
	sortBy: message("Sort by {name}"),
} as const satisfies Readonly<Record<string, Message>>;

export type TablePageWord = keyof typeof tablePageWords;

/** Labels of facts about a table, a column, a relationship. */
export const factWords = {
	displayName: message("Display name"),
	displayCollectionName: message("Plural display name"),
	logicalName: message("Logical name"),
	logicalCollectionName: message("Logical collection name"),
	schemaName: message("Schema name"),
	collectionSchemaName: message("Collection schema name"),
	entitySetName: message("Entity set"),
	primaryIdColumn: message("Primary id column"),
	primaryNameColumn: message("Primary name column"),
	tableType: message("Table type"),
	ownership: message("Ownership"),
	layers: message("Layers"),
	description: message("Description"),
	type: message("Type"),
	access: message("Access"),
	requiredLevel: message("Required"),
	validForForm: message("Valid for form"),
	validForRead: message("Valid for read"),
	targets: treeWords.targets,
	format: message("Format"),
	formatName: message("Format name"),
	imeMode: message("Input method"),
	localizable: message("Localizable"),
	maxLength: message("Maximum characters"),
	canChangeDateTimeBehavior: message("Date behaviour can change"),
	dateTimeBehavior: message("Date behaviour"),
	sourceTypeMask: message("Source type mask"),
	minValue: message("Minimum value"),
	maxValue: message("Maximum value"),
	precision: message("Decimal places"),
	precisionSource: message("Decimal places come from"),
	baseCurrency: message("In base currency"),
	choiceName: message("Choice name"),
	defaultValue: message("Default value"),
	canStoreFullImage: message("Stores the full image"),
	primaryImage: message("Primary image"),
	maxHeight: message("Maximum height in pixels"),
	maxWidth: message("Maximum width in pixels"),
	maxSizeInKb: message("Maximum size in KB"),
	relationship: treeWords.relationshipName,
	lookupColumn: treeWords.lookupColumn,
	referencedColumn: message("Points to column"),
	intersectTable: treeWords.intersectTable,
	intersectColumn: message("Column in the intersect table"),
	hierarchical: message("Hierarchical"),
	cascade: message("Cascade"),
	customizable: message("Customizable"),
	menu: message("Menu of related records"),
	layer: message("Layer"),
} as const satisfies Readonly<Record<string, Message>>;

/** Parts of facts. */
export const factValueWords = {
	yes: message("yes"),
	no: message("no"),
	form: message("form"),
	read: message("read"),
	writable: message("writable"),
	readOnly: treeWords.readOnly,
	none: message("none"),
	required: treeWords.required,
	systemRequired: treeWords.systemRequired,
	recommended: treeWords.recommended,
	optional: message("optional"),
	primaryId: treeWords.primaryId,
	primaryName: treeWords.primaryName,
	event: treeWords.event,
	precisionOfColumn: message("this column"),
	precisionOfOrganization: message("the organization"),
	precisionOfCurrency: message("the currency"),
} as const satisfies Readonly<Record<string, Message>>;

/** Parts of a cascade configuration. */
export const cascadeWords = {
	archive: message("When archived"),
	assign: message("When assigned"),
	delete: message("When deleted"),
	merge: message("When merged"),
	reparent: message("When given another parent"),
	rollupView: message("In roll-up views"),
	share: message("When shared"),
	unshare: message("When unshared"),
} as const satisfies Readonly<Record<string, Message>>;

/** "Navigation property of account". */
export function navigationPropertyOf(table: string): Message {
	return message("Navigation property of {table}", { table });
}

export function optionStateWords(state: string): Message {
	return message("state {state}", { state });
}

export function optionDefaultStatusWords(status: number): Message {
	return message("default status {status}", { status });
}

export function optionInvariantNameWords(name: string): Message {
	return message("invariant name {name}", { name });
}

export function optionTransitionWords(transitions: string): Message {
	return message("transitions {transitions}", { transitions });
}

/** The page of a table that no layer has. */
export function noSuchTable(table: string): Message {
	return message("There is no table {table} in the schema.", { table });
}

export function noCatalog(): Message {
	return message("The schema could not be read. The log of Dataverse Workbench tells why.");
}

/** Quick pick that asks which table to open. */
export const tablePickWords = {
	placeholder: message("Open the page of a table"),
	copyPlaceholder: message("Copy"),
	columnNames: message("Names of all columns"),
} as const satisfies Readonly<Record<string, Message>>;

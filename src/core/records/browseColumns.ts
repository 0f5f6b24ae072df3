import type { Column, ColumnType, Table } from "../schema/model.ts";
import { columnProperty } from "./columnProperty.ts";

/** Columns that are shown beside the primary name where a table has them, in this order: what people look for first. */
const usual: readonly string[] = [
	"fullname",
	"accountnumber",
	"ticketnumber",
	"ordernumber",
	"productnumber",
	"parentcustomerid",
	"customerid",
	"primarycontactid",
	"regardingobjectid",
	"jobtitle",
	"emailaddress1",
	"internalemailaddress",
	"telephone1",
	"mobilephone",
	"address1_city",
	"industrycode",
	"revenue",
	"numberofemployees",
	"creditonhold",
	"estimatedvalue",
	"estimatedclosedate",
	"totalamount",
	"price",
	"quantity",
	"prioritycode",
	"scheduledstart",
	"scheduledend",
	"birthdate",
	"description",
];

/** Columns that nearly every table has; they come last. */
const system: readonly string[] = ["statecode", "statuscode", "ownerid", "createdon", "modifiedon"];

/** More would not be looked at without scrolling; the others are for a query of one's own. */
const mostColumns = 16;

/** Types that have no value in a row. */
const withoutValue: ReadonlySet<ColumnType | undefined> = new Set<ColumnType>([
	"EntityName",
	"File",
	"Image",
	"ManagedProperty",
	"PartyList",
	"Virtual",
]);

const lookups: ReadonlySet<ColumnType | undefined> = new Set<ColumnType>(["Customer", "Lookup", "Owner"]);

/**
 * The columns that browsing a table begins with: its primary name, those that people usually look for, what the business
 * requires, and the system's own. All are of the table's first layer, because an environment need not have the others.
 */
export function browseColumns(table: Table): readonly Column[] {
	const readable = table.columns.filter((column) => isReadable(table, column));
	const byName = new Map(readable.map((column) => [column.logicalName, column]));
	const named = (names: readonly (string | undefined)[]): readonly Column[] =>
		names.flatMap((name) => byName.get(name ?? "") ?? []);
	const required = readable.filter(({ requiredLevel: level }) => level === "ApplicationRequired");
	const recommended = readable.filter(({ requiredLevel: level }) => level === "Recommended");
	const onForms = readable.filter(({ access, validForForm }) => access === "writable" && validForForm === true);
	const last = named(system);
	const first = [...named([table.primaryNameColumn, ...usual]), ...required, ...recommended, ...onForms];
	const chosen = [...new Set(first)].filter((column) => !last.includes(column));
	return [...chosen.slice(0, mostColumns - last.length), ...last];
}

/** The query that reads them. An empty choice reads all columns. */
export function browsePath(entitySet: string, columns: readonly Column[]): string {
	const select = columns.map(columnProperty).join(",");
	return `${entitySet}?${select === "" ? "" : `$select=${select}&`}$count=true`;
}

function isReadable(table: Table, { logicalName, type, layer, validForRead }: Column): boolean {
	if (logicalName === table.primaryIdColumn || withoutValue.has(type) || isNameOfLookup(table, logicalName))
		return false;
	// It may be a lookup, whose property has another name, and one wrong name would have the whole query refused.
	if (type === undefined && logicalName.endsWith("id")) return false;
	return validForRead !== false && layer === table.layers[0];
}

/** `customeridname` beside `customerid`: the Web API has no such property, it tells the name as the lookup's annotation. */
function isNameOfLookup({ columns }: Table, logicalName: string): boolean {
	const lookup = /^(.+?)(?:yomi)?name$/.exec(logicalName)?.[1];
	return columns.some(({ logicalName: name, type }) => name === lookup && lookups.has(type));
}

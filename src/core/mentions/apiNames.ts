/** Names of the libraries that developers use with Dataverse, lower case, and what their arguments are. */

/** Calls whose first string argument is a table, whatever they stand in. */
export const tableCalls: ReadonlySet<string> = new Set([
	"retrieverecord",
	"retrievemultiplerecords",
	"createrecord",
	"updaterecord",
	"deleterecord",
	"queryexpression",
	"querybyattribute",
	"addlink",
	"linkentity",
	"entityreference",
	"entitylogicalname",
	"entitylogicalnameattribute",
	"getentitymetadata",
	"crmpluginregistration",
	"crmpluginregistrationattribute",
]);

/** Calls with a table argument that other libraries have too: believed with `new Entity` or where Dataverse is spoken of. */
export const tableCallsWithEvidence: ReadonlySet<string> = new Set([
	"entity",
	"retrieve",
	"retrievemultiple",
	"create",
	"createasync",
	"retrieveasync",
	"update",
	"updateasync",
	"delete",
	"deleteasync",
	"upsert",
	"associate",
	"disassociate",
	"createquery",
	"get",
	"get_record",
	"get_records",
	"list",
	"query",
	"query_by_table",
	"find",
	"findone",
	"table",
	"from",
	"collection",
	"retrieverequest",
	"count",
	"retrieveall",
	"openform",
	"setname",
	"entityset",
	"getrecords",
	"fetchall",
	"bulk_create",
	"createmultiple",
	"updatemultiple",
	"get_table_info",
	"getentity",
	"retrieveentity",
]);

/** Calls that point to a record beside the one that is worked on: their table is not that of what follows. */
export const referenceCalls: ReadonlySet<string> = new Set(["entityreference", "addlink", "linkentity"]);

/** Calls whose string arguments are columns. */
export const columnCalls: ReadonlySet<string> = new Set([
	"columnset",
	"addcolumn",
	"addcolumns",
	"addcondition",
	"conditionexpression",
	"addorder",
	"orderexpression",
	"addattributevalue",
	"getattributevalue",
	"setattributevalue",
	"trygetattributevalue",
	"getaliasedattributevalue",
	"attributelogicalname",
	"attributelogicalnameattribute",
	"getattribute",
	"getcontrol",
	"addlink",
	"linkentity",
	"getformattedattributevalue",
]);

/** Calls on a record whose string argument is a column where the receiver is a record: other types have them too. */
export const recordCalls: ReadonlySet<string> = new Set([
	"contains",
	"containskey",
	"add",
	"remove",
	"get",
	"getvalue",
	"setvalue",
	"has",
	"addattribute",
	"trygetvalue",
]);

/** Keys and properties whose value is a table, without "_" and "-", lower case. */
export const tableKeys: ReadonlySet<string> = new Set([
	"entitylogicalname",
	"logicalname",
	"entityname",
	"entitytype",
	"entitysetname",
	"primaryentityname",
	"primaryentity",
	"entitytypename",
	"tablelogicalname",
	"targetentity",
	"targetentityname",
	"relatedentityname",
	"linktoentityname",
	"linkfromentityname",
	"etn",
]);

/** The same, believed only where Dataverse is spoken of. */
export const tableKeysWithEvidence: ReadonlySet<string> = new Set([
	"entity",
	"table",
	"tablename",
	"collection",
	"entitytypes",
	"set",
	"entityset",
	"resource",
	"logicalcollectionname",
]);

/** Keys whose value is one column or a list of columns. */
export const columnKeys: ReadonlySet<string> = new Set([
	"select",
	"$select",
	"columns",
	"column",
	"columnset",
	"attributes",
	"attribute",
	"attributename",
	"attributelogicalname",
	"fields",
	"field",
	"orderby",
	"order",
	"key",
	"keycolumns",
	"filteringattributes",
	"linktoattributename",
	"linkfromattributename",
	"datafieldname",
	"logicalname",
	"columnlogicalname",
]);

/** Names of variables that hold a record. */
export const recordNames =
	/^(?:entity|record|rec|row|target|image|preimage|postimage|preentity|postentity|targetentity|crmrecord|.*entity|.*record)$/i;

/** Names of what gives a form's columns. */
export const formNames = /^(?:formcontext|_?formctx|fctx|formcxt|page|attributes|controls|getformcontext)$/i;

/** A key as it is compared: without "_", "-", the prefix of a flow's parameter, and case. */
export function plainKey(key: string): string {
	const last = key.slice(key.lastIndexOf("/") + 1);
	return last.replace(/[_-]/g, "").toLowerCase();
}

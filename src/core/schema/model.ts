/**
 * The documented schema of Dataverse as readonly data: what a page of the table reference can say, and what a live
 * environment will say in the same words.
 *
 * Every optional property is a fact that the source may leave out. **Absent means "not documented"**: never replace it
 * by a default. `null` means that the source names the fact and leaves its value empty (a display name that is blank,
 * an `IsHierarchical` row without a value).
 */

/** Where a fact comes from: "dataverse", "dynamics365", "customer-service", later the name of an environment. */
export type LayerId = string;

/** A set of pages (later: an environment) that facts come from. Order matters: a later layer lies over an earlier one. */
export interface Layer {
	readonly id: LayerId;
	/** The product as the pages name it: "Microsoft Dynamics 365". */
	readonly product: string;
}

/**
 * A number as the source writes it ("-9223372036854775808", "1E-12", "100000000000"): exact beyond 2^53. Compare with
 * `compareDecimals`, never through `Number`.
 */
export type DecimalText = string;

/** Which layer gave a fact of an item, for the facts that come from another layer than the item itself. */
export type FactLayers = Readonly<Record<string, LayerId>>;

/** What every listed thing has: the layer that introduced it, and the facts that later layers changed. */
export interface Layered {
	readonly layer: LayerId;
	/** Property name of this item -> the later layer that set it. Absent when all facts are from `layer`. */
	readonly factLayers?: FactLayers;
}

export type TableType = "Standard" | "Virtual" | "Elastic";
export type Ownership = "UserOwned" | "OrganizationOwned" | "BusinessOwned" | "TeamOwned" | "None";

export interface Table extends Layered {
	/** The key of a table. Nearly always lower case; some published names hold capitals and are kept as they are. */
	readonly logicalName: string;
	/** Absent only for a table of which only an extension page is known. */
	readonly schemaName?: string;
	readonly collectionSchemaName?: string;
	readonly entitySetName?: string;
	readonly logicalCollectionName?: string;
	readonly displayName?: string | null;
	readonly displayCollectionName?: string | null;
	/** The publisher's prose. Never in the shipped bundle; kept with `--descriptions` for a person's own use. */
	readonly description?: string | null;
	readonly primaryIdColumn?: string;
	readonly primaryNameColumn?: string;
	readonly tableType?: TableType;
	readonly ownership?: Ownership;
	/** All layers that say something about this table, base first. */
	readonly layers: readonly LayerId[];
	readonly columns: readonly Column[];
	/** No reference page has keys; absent means not documented, an empty list means that there are none. */
	readonly keys?: readonly AlternateKey[];
	readonly manyToOne: readonly ManyToOne[];
	readonly oneToMany: readonly OneToMany[];
	readonly manyToMany: readonly ManyToMany[];
	/** Absent means not documented (most pages have no such section). */
	readonly messages?: readonly Message[];
	/** Messages that one can only subscribe to. */
	readonly events?: readonly Message[];
}

export type ColumnType =
	| "BigInt"
	| "Boolean"
	| "Customer"
	| "DateTime"
	| "Decimal"
	| "Double"
	| "EntityName"
	| "File"
	| "Image"
	| "Integer"
	| "Lookup"
	| "ManagedProperty"
	| "Memo"
	| "Money"
	| "MultiSelectPicklist"
	| "Owner"
	| "PartyList"
	| "Picklist"
	| "State"
	| "Status"
	| "String"
	| "Uniqueidentifier"
	| "Virtual";

export type RequiredLevel = "None" | "Recommended" | "ApplicationRequired" | "SystemRequired";

/** "writable": valid for create or update (the pages do not say which); "readOnly": for neither. */
export type ColumnAccess = "writable" | "readOnly";

/**
 * A column with all facts that its type may have. One flat shape on purpose: about a sixth of the columns have no
 * documented type and still have some of these facts.
 */
export interface Column extends Layered {
	readonly logicalName: string;
	/** Not always the logical name in other letters: read both. */
	readonly schemaName: string;
	readonly displayName?: string | null;
	readonly description?: string | null;
	/** Absent only where a layer changes a column whose base page is not known. */
	readonly access?: ColumnAccess;
	readonly type?: ColumnType;
	readonly requiredLevel?: RequiredLevel;
	readonly validForForm?: boolean;
	readonly validForRead?: boolean;

	/** Lookup, Owner, Customer, PartyList. An empty list is documented as empty. */
	readonly targets?: readonly LookupTarget[];

	/** String, Memo, DateTime and Integer: "Text", "DateOnly", "Duration", ... */
	readonly format?: string | null;
	readonly formatName?: string | null;
	readonly imeMode?: string | null;
	readonly localizable?: boolean;
	/** Characters. */
	readonly maxLength?: number;

	readonly canChangeDateTimeBehavior?: boolean;
	readonly dateTimeBehavior?: string | null;
	readonly sourceTypeMask?: number;

	/** Integer, BigInt, Decimal, Double, Money. null: the row is there and empty. */
	readonly minValue?: DecimalText | null;
	readonly maxValue?: DecimalText | null;
	/** Digits after the point. */
	readonly precision?: number;
	/** Money: 0 this column's own precision, 1 the organization's, 2 the currency's. */
	readonly precisionSource?: number;
	readonly baseCurrency?: boolean;

	/** Picklist, MultiSelectPicklist, State, Status, Boolean. */
	readonly choice?: Choice;

	readonly canStoreFullImage?: boolean;
	readonly primaryImage?: boolean;
	/** Pixels. */
	readonly maxHeight?: number;
	readonly maxWidth?: number;
	readonly maxSizeInKb?: number;
}

/** A table that a lookup may point to; a later layer may add targets, never take one away. */
export interface LookupTarget {
	readonly table: string;
	readonly layer: LayerId;
}

/** The choice of one column. A global choice is repeated in full at each of its columns. */
export interface Choice {
	/** As the page gives it: also for local choices ("table_column"), sometimes misspelt or shared. */
	readonly globalName?: string | null;
	/** Option value a new form starts with; -1 means none; null: the row is there and empty. Boolean: 1 or 0. */
	readonly defaultValue?: number | null;
	/** In page order. A Boolean has 1 and 0 with its two labels, each only where documented. */
	readonly options: readonly Option[];
}

export interface Option {
	readonly value: number;
	/** Absent: the value is known and its label is not. Trailing blanks are kept as published. */
	readonly label?: string;
	readonly layer: LayerId;
	/** Status: the value of the state it belongs to. */
	readonly state?: number;
	/** State: the status value that a record gets with it. */
	readonly defaultStatus?: number;
	/** State: its name in all languages. */
	readonly invariantName?: string;
	/** Status: allowed transitions as published; null for "None". */
	readonly transitionData?: string | null;
}

export type CascadeAction = "NoCascade" | "Cascade" | "Active" | "UserOwned" | "RemoveLink" | "Restrict";

/** What happens to the related records; each part only where documented. */
export interface CascadeConfiguration {
	readonly archive?: CascadeAction;
	readonly assign?: CascadeAction;
	readonly delete?: CascadeAction;
	readonly merge?: CascadeAction;
	readonly reparent?: CascadeAction;
	readonly rollupView?: CascadeAction;
	readonly share?: CascadeAction;
	readonly unshare?: CascadeAction;
}

/** How the related records show in the menu of a form, as published: null stands for the word or an empty value. */
export interface AssociatedMenu {
	readonly availableOffline?: boolean;
	readonly behavior?: string;
	readonly group?: string;
	readonly label?: string | null;
	readonly menuId?: string | null;
	readonly order?: number | null;
	readonly queryApi?: string | null;
	readonly viewId?: string | null;
}

/**
 * This table's lookup column to another table, seen from the lookup. One schema name may occur with several
 * referenced tables (polymorphic columns), so the key is schema name and referenced table.
 */
export interface ManyToOne extends Layered {
	readonly schemaName: string;
	readonly referencedTable?: string;
	readonly referencedColumn?: string;
	readonly referencingColumn?: string;
	/** Single-valued navigation property of this table, in its exact case. */
	readonly navigationProperty?: string;
	readonly hierarchical?: boolean | null;
	readonly cascade?: CascadeConfiguration;
}

/** Another table's lookup to this table, seen from the table it points to. */
export interface OneToMany extends Layered {
	readonly schemaName: string;
	readonly referencingTable?: string;
	readonly referencingColumn?: string;
	/** Collection-valued navigation property of this table. Most pages do not give it. */
	readonly navigationProperty?: string;
	readonly customizable?: boolean;
	readonly menu?: AssociatedMenu;
}

export interface ManyToMany extends Layered {
	readonly schemaName: string;
	readonly otherTable?: string;
	readonly intersectTable?: string;
	/** This table's column in the intersect table. */
	readonly intersectColumn?: string;
	readonly navigationProperty?: string;
	readonly customizable?: boolean;
	readonly menu?: AssociatedMenu;
}

/** How a message is called through the Web API: a request (method and path) or a function or action by its full name. */
export type WebApiOperation =
	| { readonly kind: "request"; readonly method: string; readonly path?: string }
	| { readonly kind: "operation"; readonly name: string }
	/** Only a link to an article, whose title is the text. */
	| { readonly kind: "article"; readonly title: string };

export interface Message {
	readonly name: string;
	readonly layer: LayerId;
	readonly isEvent?: boolean;
	readonly webApi?: WebApiOperation;
	/** Full name of the request class, or the title of the article that the page points to instead. */
	readonly sdk?: { readonly kind: "type" | "article"; readonly name: string };
}

export interface AlternateKey {
	readonly name: string;
	readonly layer: LayerId;
	readonly displayName?: string | null;
	readonly columns: readonly string[];
}

/** All that one compile, or one environment, knows. Tables are sorted by logical name in code unit order. */
export interface Schema {
	/** Bottom layer first. */
	readonly layers: readonly Layer[];
	readonly tables: readonly Table[];
}

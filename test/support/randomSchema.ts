import type {
	AssociatedMenu,
	CascadeConfiguration,
	Choice,
	Column,
	ManyToMany,
	ManyToOne,
	Message,
	OneToMany,
	Option,
	Schema,
	Table,
} from "../../src/core/schema/model.ts";
import type { Fuzz } from "./fuzz.ts";
import { layers } from "./sampleSchema.ts";

/** Texts that a codec may trip over. */
const texts = [
	"",
	" ",
	"Name ",
	"Größe",
	"名前 🙂",
	"\ud800",
	"a\nb",
	'"\\|',
	"__proto__",
	"x".repeat(300),
	"null",
	"0",
];
const decimals = ["-9223372036854775808", "9223372036854775807", "1E-12", "0.0000000001", "100000000000", "-0"];
const numbers = [0, 1, -1, 192350000, -2147483648, 2 ** 53 - 1, 0.5];

/** Makes schemas in which every optional fact is now there, now null where it may be, now absent. */
export function randomSchema(fuzz: Fuzz): Schema {
	const names = Array.from(
		{ length: 1 + fuzz.below(12) },
		(_, index) => `${fuzz.pick(["msdyn_", "T", "ü", ""])}table${index}`,
	);
	const maker = new Maker(fuzz, names);
	return {
		layers,
		tables: [...names].sort((a, b) => (a < b ? -1 : 1)).map((name) => maker.table(name)),
	};
}

class Maker {
	readonly #fuzz: Fuzz;
	readonly #tables: readonly string[];

	constructor(fuzz: Fuzz, tables: readonly string[]) {
		this.#fuzz = fuzz;
		this.#tables = tables;
	}

	table(logicalName: string): Table {
		return {
			logicalName,
			...this.#some({
				schemaName: this.#text,
				collectionSchemaName: this.#text,
				entitySetName: this.#text,
				logicalCollectionName: this.#text,
				displayName: this.#nullable(this.#text),
				displayCollectionName: this.#nullable(this.#text),
				description: this.#nullable(this.#text),
				primaryIdColumn: this.#text,
				primaryNameColumn: this.#text,
				tableType: () => this.#fuzz.pick(["Standard", "Virtual", "Elastic"] as const),
				ownership: () => this.#fuzz.pick(["UserOwned", "None"] as const),
				keys: () =>
					this.#list(() => ({
						name: this.#text(),
						layer: this.#layer(),
						columns: this.#list(this.#text),
					})),
				messages: () => this.#list(this.#message),
				events: () => this.#list(this.#message),
				factLayers: this.#factLayers,
			}),
			layer: this.#layer(),
			layers: this.#list(this.#layer),
			columns: this.#list(this.#column),
			manyToOne: this.#list(this.#manyToOne),
			oneToMany: this.#list(this.#oneToMany),
			manyToMany: this.#list(this.#manyToMany),
		};
	}

	readonly #column = (): Column => {
		// Few different standard columns, so that some are shared by many tables.
		if (this.#fuzz.below(3) === 0) {
			const name = this.#fuzz.pick(["createdon", "ownerid"]);
			return {
				logicalName: name,
				schemaName: name,
				layer: "dataverse",
				type: "DateTime",
				validForForm: true,
			};
		}
		return {
			logicalName: this.#fuzz.pick(["name", "statecode", "Größe", "customerid", "x"]),
			schemaName: this.#text(),
			layer: this.#layer(),
			...this.#some({
				displayName: this.#nullable(this.#text),
				description: this.#nullable(this.#text),
				access: () => this.#fuzz.pick(["writable", "readOnly"] as const),
				type: () => this.#fuzz.pick(["Boolean", "Picklist", "Lookup", "Money", "String"] as const),
				requiredLevel: () => this.#fuzz.pick(["None", "SystemRequired"] as const),
				validForForm: this.#truth,
				validForRead: this.#truth,
				targets: () =>
					this.#list(() => ({
						table: this.#fuzz.pick(this.#tables),
						layer: this.#layer(),
					})),
				format: this.#nullable(this.#text),
				maxLength: this.#number,
				minValue: this.#nullable(this.#decimal),
				maxValue: this.#nullable(this.#decimal),
				choice: this.#choice,
				factLayers: this.#factLayers,
			}),
		};
	};

	readonly #choice = (): Choice => ({
		...this.#some({
			globalName: this.#nullable(() => this.#fuzz.pick(["shared", "table0_name", "Größe"])),
			defaultValue: this.#nullable(this.#number),
		}),
		options: this.#list((): Option => ({
			value: this.#number(),
			layer: this.#layer(),
			...this.#some({
				label: this.#text,
				state: this.#number,
				defaultStatus: this.#number,
				invariantName: this.#text,
				transitionData: this.#nullable(this.#text),
			}),
		})),
	});

	readonly #manyToOne = (): ManyToOne => ({
		schemaName: this.#relationship(),
		layer: this.#layer(),
		...this.#some({
			referencedTable: () => this.#fuzz.pick([...this.#tables, "unknowntable"]),
			referencedColumn: this.#text,
			referencingColumn: this.#text,
			navigationProperty: this.#text,
			hierarchical: this.#nullable(this.#truth),
			cascade: (): CascadeConfiguration =>
				this.#some({ delete: () => "Cascade" as const, merge: () => "NoCascade" as const }),
			factLayers: this.#factLayers,
		}),
	});

	readonly #oneToMany = (): OneToMany => ({
		schemaName: this.#relationship(),
		layer: this.#layer(),
		...this.#some({
			referencingTable: () => this.#fuzz.pick([...this.#tables, "unknowntable"]),
			referencingColumn: this.#text,
			navigationProperty: this.#text,
			customizable: this.#truth,
			menu: this.#menu,
		}),
	});

	readonly #manyToMany = (): ManyToMany => ({
		schemaName: this.#relationship(),
		layer: this.#layer(),
		...this.#some({
			otherTable: () => this.#fuzz.pick(this.#tables),
			intersectTable: () => this.#fuzz.pick(this.#tables),
			intersectColumn: this.#text,
			navigationProperty: this.#text,
			customizable: this.#truth,
			menu: this.#menu,
		}),
	});

	readonly #menu = (): AssociatedMenu =>
		this.#some({
			availableOffline: this.#truth,
			behavior: this.#text,
			label: this.#nullable(this.#text),
			order: this.#nullable(this.#number),
			queryApi: this.#nullable(this.#text),
		});

	readonly #message = (): Message => ({
		name: this.#fuzz.pick(["Create", "Merge", "Größe"]),
		layer: this.#layer(),
		...this.#some({
			isEvent: this.#truth,
			webApi: () =>
				this.#fuzz.pick([
					{ kind: "request", method: "POST", path: "/accounts" },
					{ kind: "request", method: "GET" },
					{ kind: "operation", name: "Microsoft.Dynamics.CRM.Merge" },
					{ kind: "article", title: "Learn" },
				] as const),
			sdk: () => ({
				kind: this.#fuzz.pick(["type", "article"] as const),
				name: this.#text(),
			}),
		}),
	});

	readonly #relationship = (): string => this.#fuzz.pick(["rel_a", "rel_b", "Rel_C", "rel_ü"]);
	readonly #text = (): string => this.#fuzz.pick(texts);
	readonly #decimal = (): string => this.#fuzz.pick(decimals);
	readonly #number = (): number => this.#fuzz.pick(numbers);
	readonly #truth = (): boolean => this.#fuzz.below(2) === 0;
	readonly #layer = (): string => this.#fuzz.pick(layers).id;
	readonly #factLayers = (): Readonly<Record<string, string>> =>
		this.#some({ type: this.#layer, maxValue: this.#layer });

	#nullable<Value>(make: () => Value): () => Value | null {
		return () => (this.#fuzz.below(4) === 0 ? null : make());
	}

	#list<Item>(make: () => Item): Item[] {
		return Array.from({ length: this.#fuzz.below(4) }, make);
	}

	/** Each property with even odds, in any order: the order must not matter to a codec. */
	#some<Makers extends Readonly<Record<string, () => unknown>>>(
		makers: Makers,
	): { [Key in keyof Makers]?: ReturnType<Makers[Key]> } {
		const entries = Object.entries(makers).filter(() => this.#fuzz.below(2) === 0);
		if (this.#fuzz.below(2) === 0) entries.reverse();
		const made = entries.map(([key, make]) => [key, make()] as const);
		return Object.fromEntries(made) as {
			[Key in keyof Makers]?: ReturnType<Makers[Key]>;
		};
	}
}

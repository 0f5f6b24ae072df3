import * as words from "../../words/sandboxWrite.ts";
import type { Message } from "../../words/message.ts";
import type { Navigation, SandboxColumn, SandboxTable } from "../schema/sandboxTable.ts";
import { edmTypeOfColumn } from "../query/edmType.ts";
import type { RequestContext } from "../service/requestContext.ts";
import type { Payload } from "./payload.ts";
import { isObject, nodeOf } from "./readBody.ts";
import { badPayload, deepUpdate, lookupWrittenAsProperty } from "./writeRefusals.ts";

/** A payload with its names understood; values are as they came. */
export interface UnderstoodPayload {
	/** Columns that are no lookups. */
	readonly values: ReadonlyMap<SandboxColumn, unknown>;
	/** By navigation property of a lookup: the reference's text, a record to make, or null to clear. */
	readonly links: ReadonlyMap<Navigation, string | Payload | null>;
	/** Existing rows to attach to collections of the new row. */
	readonly attached: ReadonlyMap<Navigation, readonly string[]>;
	/** Rows to make in collections of the new row. */
	readonly children: ReadonlyMap<Navigation, readonly Payload[]>;
}

/** "upsert": a row that is made by PATCH. It takes no rows in its payload, as an update does not. */
export type WriteMode = "create" | "update" | "upsert";

/**
 * Tells columns, bindings and rows to make apart. Names count with their case. What is not valid for this kind of write
 * is passed over, as the service does with `createdon` in a payload; annotations are passed over where they belong to
 * something that is there. Everything else is refused.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/create-entity-web-api
 */
export function readPayload(
	{ request }: RequestContext,
	table: SandboxTable,
	payload: Payload,
	mode: WriteMode,
): UnderstoodPayload {
	const reader = new PayloadReader(table, payload, mode, (reason) => badPayload(request, table, reason));
	for (const [name, value] of Object.entries(payload)) reader.read(name, value);
	return reader;
}

class PayloadReader implements UnderstoodPayload {
	readonly values = new Map<SandboxColumn, unknown>();
	readonly links = new Map<Navigation, string | Payload | null>();
	readonly attached = new Map<Navigation, readonly string[]>();
	readonly children = new Map<Navigation, readonly Payload[]>();
	readonly #table: SandboxTable;
	readonly #payload: Payload;
	readonly #mode: WriteMode;
	readonly #bad: (reason: Message) => Error;

	constructor(table: SandboxTable, payload: Payload, mode: WriteMode, bad: (reason: Message) => Error) {
		this.#table = table;
		this.#payload = payload;
		this.#mode = mode;
		this.#bad = bad;
	}

	read(name: string, value: unknown): void {
		const at = name.indexOf("@");
		if (name === "@odata.type") this.#checkType(value);
		if (at > 0) this.#annotation(name.slice(0, at), name.slice(at + 1), value);
		else if (at < 0) this.#property(name, value);
	}

	/** "#Microsoft.Dynamics.CRM.account", with or without the sign. */
	#checkType(value: unknown): void {
		const { logicalName } = this.#table;
		const named = String(value).replace(/^#/, "");
		const expected = `Microsoft.Dynamics.CRM.${logicalName}`;
		if (named !== expected) throw this.#bad(words.typeNotAssignable(named, expected));
	}

	#annotation(property: string, annotation: string, value: unknown): void {
		const navigation = this.#table.navigation.get(property);
		if (navigation !== undefined) {
			if (annotation === "odata.bind") this.#bind(navigation, value);
			return;
		}
		if (annotation !== "odata.bind" && Object.hasOwn(this.#payload, property)) return;
		const column = this.#table.properties.get(property);
		throw this.#bad(
			column === undefined
				? words.undeclaredProperty(property)
				: words.propertyWithoutValue(property, edmTypeOfColumn(column.kind)),
		);
	}

	#bind(navigation: Navigation, value: unknown): void {
		if (navigation.kind === "lookup") {
			if (value !== null && typeof value !== "string") {
				throw this.#bad(words.unexpectedNode(nodeOf(value), "PrimitiveValue"));
			}
			this.#link(navigation, value);
			return;
		}
		if (this.#mode === "update") throw this.#bad(words.collectionBoundOnUpdate(navigation.name));
		if (!Array.isArray(value)) throw this.#bad(words.unexpectedNode(nodeOf(value), "StartArray"));
		const references = value.filter((item) => typeof item === "string");
		if (references.length < value.length) throw this.#bad(words.unexpectedNode("StartObject", "PrimitiveValue"));
		this.attached.set(navigation, references);
	}

	#property(name: string, value: unknown): void {
		const { properties, navigation } = this.#table;
		const column = properties.get(name);
		if (column !== undefined) {
			if (column.propertyName !== column.logicalName) throw lookupWrittenAsProperty();
			if (this.#takes(column)) this.values.set(column, value);
			return;
		}
		const related = navigation.get(name);
		if (related === undefined) throw this.#bad(words.invalidProperty(name, this.#table.logicalName));
		if (related.kind === "lookup") this.#single(related, value);
		else this.#collection(related, value);
	}

	#single(navigation: Navigation, value: unknown): void {
		if (value !== null && !isObject(value)) {
			throw this.#bad(
				Array.isArray(value)
					? words.unexpectedNode("StartArray", "StartObject")
					: words.valueForNavigation(navigation.name),
			);
		}
		if (value !== null && this.#mode !== "create") throw deepUpdate();
		this.#link(navigation, value);
	}

	#collection(navigation: Navigation, value: unknown): void {
		if (!Array.isArray(value)) {
			throw this.#bad(
				nodeOf(value) === "PrimitiveValue"
					? words.valueForNavigation(navigation.name)
					: words.unexpectedNode("StartObject", "StartArray"),
			);
		}
		if (this.#mode !== "create") throw deepUpdate();
		const rows = value.filter(isObject);
		if (rows.length < value.length) throw this.#bad(words.unexpectedNode("PrimitiveValue", "StartObject"));
		this.children.set(navigation, rows);
	}

	#link(navigation: Navigation, value: string | Payload | null): void {
		const column = this.#table.columns.get(navigation.column);
		if (column !== undefined && this.#takes(column)) this.links.set(navigation, value);
	}

	#takes({ validForCreate, validForUpdate }: SandboxColumn): boolean {
		return this.#mode === "update" ? validForUpdate : validForCreate;
	}
}

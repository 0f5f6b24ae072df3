import type { Json } from "./json.ts";
import type { Definition, PropertyType, TypeOutline } from "./metadataType.ts";

/** What a path leads to. `context` is its place in `@odata.context`, without the part that `$select` adds. */
export type DefinitionTarget = CollectionTarget | SingleTarget | ValueTarget | CountTarget;

export interface CollectionTarget {
	readonly kind: "collection";
	/** Declared type: only its properties show, whatever else the items are. */
	readonly type: TypeOutline;
	/** Read when they are needed: a key may name one without the others. */
	readonly items: () => readonly Definition[];
	readonly named?: (name: string) => readonly Definition[];
	readonly context: string;
	readonly noFilter?: true;
}

export interface SingleTarget {
	readonly kind: "single";
	readonly type: TypeOutline;
	/** Absent: a navigation property that leads nowhere. */
	readonly item?: Definition;
	readonly context: string;
	/** The key that belongs behind `context` where the path goes on. */
	readonly key: string;
	/** The cast that stands behind the key. */
	readonly cast: string;
}

export interface ValueTarget {
	readonly kind: "value";
	readonly type: PropertyType;
	readonly value: Json;
	readonly context: string;
	/** `/$value`: the bare text. */
	readonly raw?: true;
}

export interface CountTarget {
	readonly kind: "count";
	readonly of: CollectionTarget;
}

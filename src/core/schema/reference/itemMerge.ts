import { compareCodeUnits } from "../../base/compareCodeUnits.ts";
import type { Layered } from "../model.ts";
import type { Draft } from "./draft.ts";
import { overlayFacts } from "./mergeFacts.ts";

interface Item extends Layered {
	readonly schemaName: string;
}

/** The relationships of one kind of a table while its pages are laid over one another. */
export class ItemMerge<T extends Item> {
	readonly #keyOf: (item: T) => string;
	readonly #byKey = new Map<string, Draft<T>>();
	readonly #byName = new Map<string, Draft<T>[]>();

	constructor(keyOf: (item: T) => string) {
		this.#keyOf = keyOf;
	}

	/** Adds an item or lays it over the one of the same key. False where that is of the same layer: a repetition. */
	add(item: T): boolean {
		const key = this.#keyOf(item);
		const known = this.#byKey.get(key);
		if (known !== undefined) {
			overlayFacts(known, item, item.layer);
			return known.layer !== item.layer;
		}
		const copy: Draft<T> = { ...item };
		this.#byKey.set(key, copy);
		const others = this.#byName.get(item.schemaName);
		if (others === undefined) this.#byName.set(item.schemaName, [copy]);
		else others.push(copy);
		return true;
	}

	/**
	 * Lays changed facts over every item of that schema name, because changes name no table. False where there is
	 * none; the facts are then kept as an item of their own.
	 */
	change(item: T): boolean {
		const exact = this.#byKey.get(this.#keyOf(item));
		const known = exact === undefined ? this.#byName.get(item.schemaName) : [exact];
		for (const each of known ?? []) overlayFacts(each, item, item.layer);
		if (known === undefined) this.add(item);
		return known !== undefined;
	}

	/** In code unit order of their keys. */
	get items(): T[] {
		return [...this.#byKey].sort(([a], [b]) => compareCodeUnits(a, b)).map(([, item]) => item as T);
	}
}

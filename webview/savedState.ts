/** What a page remembers while it is hidden, over reloads and restarts: plain values by key, with a version. */
import { useCallback, useState } from "preact/hooks";
import type { WebviewHost } from "./vscodeApi.ts";

const version = 1;

export class SavedState {
	readonly #host: WebviewHost;
	readonly #values: Map<string, unknown>;

	constructor(host: WebviewHost) {
		this.#host = host;
		this.#values = new Map(Object.entries(valuesOf(host.kept())));
	}

	/** The value, or the fallback where there is none or one of another kind. */
	get<T>(key: string, fallback: T, isValid: (value: unknown) => value is T): T {
		const value = this.#values.get(key);
		return isValid(value) ? value : fallback;
	}

	set(key: string, value: unknown): void {
		this.#values.set(key, value);
		this.#host.keep({ version, values: Object.fromEntries(this.#values) });
	}
}

/** State of another version is not read: it is only comfort, and the page starts afresh. */
function valuesOf(kept: unknown): object {
	if (typeof kept !== "object" || kept === null || !("version" in kept) || !("values" in kept)) return {};
	return kept.version === version && typeof kept.values === "object" && kept.values !== null ? kept.values : {};
}

/** Like `useState`, remembered under a key. */
export function useSaved<T>(
	saved: SavedState,
	key: string,
	fallback: T,
	isValid: (value: unknown) => value is T,
): readonly [T, (value: T) => void] {
	const [value, setValue] = useState<T>(() => saved.get(key, fallback, isValid));
	const change = useCallback(
		(next: T) => {
			saved.set(key, next);
			setValue(() => next);
		},
		[saved, key],
	);
	return [value, change];
}

export function isText(value: unknown): value is string {
	return typeof value === "string";
}

export function isCount(value: unknown): value is number {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

export function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every(isText);
}

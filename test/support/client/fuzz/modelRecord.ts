/** What one worker of the fuzz test knows of a record that only it writes. */
export interface ModelRecord {
	readonly id: string;
	name: string;
	telephone1: string | null;
	revenue: number | null;
	contact: string | null;
	readonly leads: Set<string>;
	/** The version last told; undefined where a write did not tell it. */
	etag?: string | undefined;
}

/** What has happened, for people to read behind the seed. */
export class Tally {
	readonly #counts = new Map<string, number>();

	add(what: string): void {
		this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
	}

	get(what: string): number {
		return this.#counts.get(what) ?? 0;
	}

	toString(): string {
		const sorted = [...this.#counts].sort(([left], [right]) => left.localeCompare(right));
		return sorted.map(([what, count]) => `${what} ${count}`).join(", ");
	}
}

/** Records of all workers that no worker owns: each adds to them, under the version that it has read. */
export interface SharedCounter {
	readonly id: string;
	/** Acknowledged, and those of which nobody knows. */
	added: number;
	uncertain: number;
}

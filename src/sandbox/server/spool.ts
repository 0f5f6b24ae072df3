import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Files on their way in and out. The server reads and writes these only, never a path that a client names: who holds
 * the token may be a script in a container, and gets no more than the sandbox's rows.
 */
export class Spool {
	#folder: string | undefined;
	readonly #paths = new Map<string, string>();

	/** A new, empty file, with the id by which clients speak of it. */
	create(): { readonly id: string; readonly path: string } {
		this.#folder ??= mkdtempSync(join(tmpdir(), "dvw-sandbox-"));
		const id = randomUUID();
		const path = join(this.#folder, id);
		writeFileSync(path, "", { mode: 0o600 });
		this.#paths.set(id, path);
		return { id, path };
	}

	path(id: string): string | undefined {
		return this.#paths.get(id);
	}

	remove(id: string): void {
		const path = this.#paths.get(id);
		this.#paths.delete(id);
		if (path !== undefined) rmSync(path, { force: true });
	}

	close(): void {
		this.#paths.clear();
		if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
		this.#folder = undefined;
	}
}

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inspect } from "node:util";

/** One place where a secret was found that should be nowhere. The secret itself is not in it. */
export interface Leak {
	/** What was told, or the file. */
	readonly source: string;
	/** A few characters before the secret, which tell how it came there. */
	readonly before: string;
}

/**
 * Collects everything that a run logs, throws, returns as a problem, posts or writes to disk, and looks at the end for the
 * secrets that were used in it, as they are and in the forms in which they travel.
 */
export class LeakWatch {
	readonly #told: { readonly source: string; readonly text: string }[] = [];
	readonly #folders: { readonly path: string; readonly except: RegExp }[] = [];

	/** How much has been collected; a test that has collected nothing proves nothing. */
	get size(): number {
		return this.#told.length;
	}

	/** Remembers a text, an error with all that hangs on it, or any other value. */
	tell(source: string, value: unknown): void {
		const text = typeof value === "string" ? value : `${inspect(value, { depth: 10 })} ${toJson(value)}`;
		this.#told.push({ source, text });
	}

	/** Every file below the folder is looked through at the end, except those whose path below it fits. */
	folder(path: string, except = /^$/): void {
		this.#folders.push({ path, except });
	}

	/** Looks for the secrets. */
	find(secrets: readonly string[]): readonly Leak[] {
		const forms = secrets.flatMap(formsOf);
		const files = this.#folders.flatMap(({ path, except }) => filesIn(path, except));
		return [...this.#told, ...files].flatMap(({ source, text }) => {
			const found = forms.find((form) => text.includes(form));
			if (found === undefined) return [];
			const at = text.indexOf(found);
			return [{ source, before: text.slice(Math.max(0, at - 60), at) }];
		});
	}
}

/** As it is, as part of a URL or form, and as Basic credentials or a careless "encryption" would carry it. */
function formsOf(secret: string): readonly string[] {
	if (secret.length < 8) throw new Error("A secret of a few characters is found everywhere.");
	const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
	return Array.from(new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64]));
}

function filesIn(folder: string, except: RegExp): readonly { readonly source: string; readonly text: string }[] {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	return entries.flatMap((entry) => {
		const path = join(entry.parentPath, entry.name);
		const name = relative(folder, path).replaceAll("\\", "/");
		return entry.isFile() && !except.test(name) ? [{ source: name, text: readFileSync(path, "latin1") }] : [];
	});
}

/** Empty where it has no such form: a circle, a function. */
function toJson(value: unknown): string {
	try {
		return JSON.stringify([value]);
	} catch {
		return "";
	}
}

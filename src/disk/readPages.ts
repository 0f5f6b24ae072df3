import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareCodeUnits } from "../core/base/compareCodeUnits.ts";
import type { PageFile } from "../core/schema/reference/page.ts";
import { systemCode } from "./systemCode.ts";

/** A file or folder that could not be read, with the system's code. */
export interface UnreadablePage {
	readonly path: string;
	readonly reason: string;
}

export interface PageFolder {
	/** In code unit order of their paths. */
	readonly pages: readonly PageFile[];
	readonly unreadable: readonly UnreadablePage[];
}

/**
 * Reads all `.md` files of a folder and its folders; paths begin below the folder and have `/` on every system. Links are
 * not followed. Never throws.
 */
export function readPages(folder: string): PageFolder {
	const pages: PageFile[] = [];
	const unreadable: UnreadablePage[] = [];
	const attempt = (path: string, read: () => void): void => {
		try {
			read();
		} catch (error) {
			unreadable.push({ path, reason: systemCode(error) });
		}
	};
	const readFolder = (prefix: string): void => {
		attempt(prefix, () => {
			for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
				const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
				if (entry.isDirectory()) readFolder(path);
				else if (isPage(entry)) {
					attempt(path, () => pages.push({ path, text: readFileSync(join(folder, path), "utf8") }));
				}
			}
		});
	};
	readFolder("");
	return { pages: pages.sort((a, b) => compareCodeUnits(a.path, b.path)), unreadable };
}

const isPage = (entry: Dirent): boolean => entry.isFile() && entry.name.toLowerCase().endsWith(".md");

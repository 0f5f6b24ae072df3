import {
	Disposable,
	EventEmitter,
	type FileChangeEvent,
	FilePermission,
	type FileStat,
	FileSystemError,
	type FileSystemProvider,
	FileType,
	type Uri,
} from "vscode";
import type { CatalogProvider } from "../../host/catalogProvider.ts";
import { placeOfTablePageUri } from "../../host/tablePageUri.ts";

/**
 * Table pages as read-only files, so that the editor can open, restore and link to them. Opened as text, one is the
 * JSON of the table's facts.
 */
export class TablePageFiles implements FileSystemProvider {
	readonly #catalogs: CatalogProvider;
	readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;

	constructor(catalogs: CatalogProvider) {
		this.#catalogs = catalogs;
	}

	/** The size is not known before the table is read, which only opening it as text does. */
	stat(): FileStat {
		return { type: FileType.File, ctime: 0, mtime: 0, size: 0, permissions: FilePermission.Readonly };
	}

	async readFile(uri: Uri): Promise<Uint8Array> {
		const name = placeOfTablePageUri(uri)?.table;
		const table = name === undefined ? undefined : (await this.#catalogs.catalog())?.table(name);
		if (table === undefined) throw FileSystemError.FileNotFound(uri);
		return new TextEncoder().encode(JSON.stringify(table, null, "\t"));
	}

	watch(): Disposable {
		return new Disposable(() => undefined);
	}

	readDirectory(): [string, FileType][] {
		return [];
	}

	createDirectory(uri: Uri): never {
		throw FileSystemError.NoPermissions(uri);
	}

	writeFile(uri: Uri): never {
		throw FileSystemError.NoPermissions(uri);
	}

	delete(uri: Uri): never {
		throw FileSystemError.NoPermissions(uri);
	}

	rename(uri: Uri): never {
		throw FileSystemError.NoPermissions(uri);
	}
}

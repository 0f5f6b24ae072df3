import {
	type Disposable,
	FileSystemError,
	RelativePattern,
	Uri,
	window,
	workspace,
	type WorkspaceFolder,
} from "vscode";
import type { Environment } from "../../core/environment/environment.ts";
import { readSharedFile, type SharedEnvironment } from "../../core/environment/sharedEnvironments.ts";
import { say } from "../../host/say.ts";
import { onSettingsChange, readSetting } from "../../host/settings.ts";
import { trustedClouds } from "../../host/trustedClouds.ts";
import { editWords, sharedWords } from "../../words/environments.ts";
import type { Message } from "../../words/message.ts";

/** Files larger than this are no lists of environments. */
const largest = 1_000_000;

interface SharedSource {
	readonly file: Uri;
	readonly environments: readonly SharedEnvironment[];
}

/**
 * The lists that the folders of a workspace share, one file each. In Restricted Mode nothing is read. A file that changes
 * is read again, and so are all when the workspace is trusted, its folders change or the setting does.
 *
 * While a file is there and cannot be used (half written, say), what was last read of it holds: a slip in it must not make
 * writable what it has made production.
 */
export class SharedFiles {
	readonly #found: (shared: readonly SharedEnvironment[]) => void;
	readonly #parts: readonly Disposable[];
	#watchers: readonly Disposable[] = [];
	#sources: readonly SharedSource[] = [];
	/** Grows with each reading, so that one that ends late is known to be out of date. */
	#turn = 0;
	#reading: Promise<void>;
	/** What a person was told of, so that nobody is told twice. */
	readonly #told = new Set<string>();

	constructor(found: (shared: readonly SharedEnvironment[]) => void) {
		this.#found = found;
		const again = (): void => {
			this.#reading = this.#restart();
		};
		this.#parts = [
			workspace.onDidGrantWorkspaceTrust(again),
			workspace.onDidChangeWorkspaceFolders(again),
			onSettingsChange(["environments.sharedFile"])(again),
		];
		this.#reading = this.#restart();
	}

	/** Resolves when all files that there are have been read. */
	async read(): Promise<void> {
		await this.#reading;
	}

	async refresh(): Promise<void> {
		this.#reading = this.#readAll();
		await this.#reading;
	}

	/** Shows the file that names the environment. */
	async open({ url }: Environment): Promise<void> {
		const source = this.#sources.find(({ environments }) => environments.some((each) => each.url === url));
		if (source !== undefined) await window.showTextDocument(source.file);
	}

	dispose(): void {
		for (const part of [...this.#parts, ...this.#watchers]) part.dispose();
	}

	async #restart(): Promise<void> {
		for (const watcher of this.#watchers) watcher.dispose();
		this.#watchers = workspace.isTrusted ? (workspace.workspaceFolders ?? []).flatMap((each) => this.#watch(each)) : [];
		await this.#readAll();
	}

	#watch(folder: WorkspaceFolder): readonly Disposable[] {
		const path = sharedPath(folder);
		if (path === undefined) return [];
		const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, path));
		const again = () => this.refresh();
		return [watcher, watcher.onDidChange(again), watcher.onDidCreate(again), watcher.onDidDelete(again)];
	}

	async #readAll(): Promise<void> {
		const turn = ++this.#turn;
		const folders = workspace.isTrusted ? (workspace.workspaceFolders ?? []) : [];
		const sources = await Promise.all(folders.map((folder) => this.#readFolder(folder)));
		// A newer reading is under way: whoever waits for this one waits for what holds in the end.
		if (turn !== this.#turn) {
			await this.#reading;
			return;
		}
		this.#sources = sources.filter((source) => source !== undefined);
		this.#found(this.#sources.flatMap(({ environments }) => environments));
	}

	async #readFolder(folder: WorkspaceFolder): Promise<SharedSource | undefined> {
		const file = sharedFileOf(folder);
		if (file === undefined) {
			this.#tell(undefined, sharedWords.refused.outside(readSetting("environments.sharedFile", folder)));
			return undefined;
		}
		const name = workspace.asRelativePath(file);
		const { refused } = sharedWords;
		const before = this.#sources.find((source) => String(source.file) === String(file));
		const content = await readText(file);
		if (content === "absent") return undefined;
		if (content === "unreadable") {
			this.#tell(file, refused.unreadable(name));
			return before;
		}
		const read = readSharedFile(content.text, trustedClouds);
		if (!read.ok) {
			const { problem } = read;
			this.#tell(file, problem.code === "secret" ? refused.secret(name, problem.where) : refused[problem.code](name));
			return before;
		}
		const { environments, problems } = read.value;
		if (problems.length > 0) {
			this.#tell(file, sharedWords.entries(name, problems.map(({ entry }) => entry).join(", ")));
		}
		return { file, environments };
	}

	#tell(file: Uri | undefined, problem: Message): void {
		const text = say(problem);
		if (this.#told.has(text)) return;
		this.#told.add(text);
		const open = say(editWords.openFile);
		void window.showWarningMessage(text, ...(file === undefined ? [] : [open])).then((answer) => {
			if (answer === open && file !== undefined) void window.showTextDocument(file);
		});
	}
}

/** Where a folder's list is, or would be; undefined where the setting names a place outside of the folder. */
export function sharedFileOf(folder: WorkspaceFolder): Uri | undefined {
	const path = sharedPath(folder);
	return path === undefined ? undefined : Uri.joinPath(folder.uri, path);
}

function sharedPath(folder: WorkspaceFolder): string | undefined {
	const path = readSetting("environments.sharedFile", folder).trim().replaceAll("\\", "/");
	const leaves = path === "" || path.startsWith("/") || /^[a-z]:/i.test(path) || path.split("/").includes("..");
	return leaves ? undefined : path;
}

/** That there is none is usual. Whatever else keeps a file from being read is no reason to forget what it said. */
async function readText(file: Uri): Promise<{ readonly text: string } | "absent" | "unreadable"> {
	try {
		const bytes = await workspace.fs.readFile(file);
		return bytes.length > largest ? "unreadable" : { text: new TextDecoder().decode(bytes) };
	} catch (error) {
		return error instanceof FileSystemError && error.code === "FileNotFound" ? "absent" : "unreadable";
	}
}

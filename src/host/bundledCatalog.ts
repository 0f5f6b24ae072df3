import { type Event, EventEmitter, type LogOutputChannel, type Uri, window } from "vscode";
import type { Catalog } from "../core/schema/catalog.ts";
import { hostWords } from "../words/hostWords.ts";
import { english } from "../words/message.ts";
import type { CatalogProvider } from "./catalogProvider.ts";
import type { CatalogOpening, openCatalog } from "./openCatalog.ts";
import { say } from "./say.ts";

/** Loads the code that reads bundles; fails where the extension's own files are not there. */
type LoadOpener = () => Promise<{ readonly openCatalog: typeof openCatalog }>;

/** The catalog over the schema bundle that ships with the extension. */
export class BundledCatalog implements CatalogProvider {
	readonly #bundle: Uri;
	readonly #log: LogOutputChannel;
	readonly #loadOpener: LoadOpener;
	readonly #changes = new EventEmitter<void>();
	#opening: Promise<CatalogOpening> | undefined;

	readonly onDidChange: Event<void> = this.#changes.event;

	constructor(bundle: Uri, log: LogOutputChannel, loadOpener: LoadOpener = () => import("./openCatalog.ts")) {
		this.#bundle = bundle;
		this.#log = log;
		this.#loadOpener = loadOpener;
	}

	async catalog(): Promise<Catalog | undefined> {
		const opening = await (this.#opening ??= this.#openAndTell());
		return opening.catalog;
	}

	/** Reads the bundle anew at the next question. */
	refresh(): void {
		this.#close();
		this.#changes.fire();
	}

	dispose(): void {
		this.#close();
		this.#changes.dispose();
	}

	/** What the diagnostics say of the bundle; opens nothing. */
	async describe(): Promise<string> {
		const opening = await this.#opening;
		if (opening === undefined) return "not opened";
		return opening.catalog === undefined ? english(opening.problem) : opening.description;
	}

	#close(): void {
		void this.#opening?.then((opening) => {
			if (opening.catalog !== undefined) opening.close();
		});
		this.#opening = undefined;
	}

	async #openAndTell(): Promise<CatalogOpening> {
		const opening = await this.#open();
		if (opening.catalog === undefined) {
			const reason = say(opening.problem);
			this.#log.error(reason);
			void this.#tell(reason);
		} else this.#log.info(opening.description);
		return opening;
	}

	/** Never fails: a failure here would stay as the answer to every later question. */
	async #open(): Promise<CatalogOpening> {
		try {
			const { openCatalog } = await this.#loadOpener();
			return openCatalog(this.#bundle.fsPath, (problem) => {
				this.#log.warn(say(problem));
			});
		} catch (error) {
			this.#log.error(error instanceof Error ? error : String(error));
			return { problem: hostWords.notLoaded };
		}
	}

	/** One message with what to do next; features only show that they are empty. */
	async #tell(reason: string): Promise<void> {
		const [again, showLog] = [say(hostWords.tryAgain), say(hostWords.showLog)];
		const answer = await window.showErrorMessage(reason, again, showLog);
		if (answer === again) this.refresh();
		if (answer === showLog) this.#log.show();
	}
}

/** The page of results in a browser, over the extension's own model and answers and a sandbox in memory. */
import { ok } from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { Clock } from "../../src/core/base/clock.ts";
import { printJson } from "../../src/core/client/json/printJson.ts";
import { type CellEdit, inverse } from "../../src/core/records/cellEdit.ts";
import { BrowsedTable } from "../../src/features/results/browsedTable.ts";
import { resultsStart, resultsUpdate } from "../../src/features/results/resultsAnswers.ts";
import { ResultsModel } from "../../src/features/results/resultsModel.ts";
import { Channel, type Port } from "../../src/protocol/channel.ts";
import type { EnvironmentBadge } from "../../src/protocol/environmentBadge.ts";
import type { ResultsMessages } from "../../src/protocol/results.ts";
import { indentedJson } from "../../src/words/indentedJson.ts";
import { english } from "../../src/words/message.ts";
import { valueProblemMessage } from "../../src/words/records.ts";
import { type OfficeClient, officeClient } from "../support/records/officeClient.ts";
import type { SandboxInMemory } from "../support/sandbox/sandboxInMemory.ts";
import { shippedCatalog } from "../support/sandbox/shippedCatalog.ts";
import { WebviewRig } from "./webviewRig.ts";

export interface OpenedResults {
	readonly page: Page;
	readonly model: ResultsModel;
	readonly office: OfficeClient;
	/** What the page asked for, in order: "edit name=Fabrikam", "run review", "copy text". */
	readonly deeds: readonly string[];
	readonly view: Channel<ResultsMessages["toHost"], ResultsMessages["toView"]>;
}

export interface ResultsOptions {
	readonly sandbox: SandboxInMemory;
	readonly table?: string;
	readonly pageSize?: number;
	/** False: the page opens before any row is there. */
	readonly loaded?: boolean;
	readonly prepare?: (office: OfficeClient) => void;
}

const realClock: Clock = {
	now: Date.now,
	wait: async (milliseconds, signal) => {
		await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
	},
};

const badge: EnvironmentBadge = { name: "Sandbox", kind: "practice", colour: "green", isLocked: false };
const parts = { badge, language: "en", labels: "displayName", say: english } as const;

export class ResultsRig {
	readonly #rig: WebviewRig;

	private constructor(rig: WebviewRig) {
		this.#rig = rig;
	}

	static async start(): Promise<ResultsRig> {
		return new ResultsRig(await WebviewRig.start("results"));
	}

	async open(options: ResultsOptions): Promise<OpenedResults> {
		const { sandbox, table: name = "account", pageSize = 50, loaded = true, prepare } = options;
		// Its time is real: a page waits for an answer as long as a person does.
		const office = officeClient(sandbox, { clock: realClock, attempts: 1 });
		prepare?.(office);
		const table = shippedCatalog().table(name);
		ok(table?.entitySetName);
		const model = new ResultsModel(new BrowsedTable(table, table.entitySetName), {
			client: () => Promise.resolve(office.client),
			pageSize: () => pageSize,
		});
		if (loaded) await model.load();
		const deeds: string[] = [];
		const { page, view } = await this.#rig.open((port) => connect(port, model, deeds), { width: 1100, height: 600 });
		return { page, model, office, deeds, view };
	}

	async stop(): Promise<void> {
		await this.#rig.stop();
	}
}

/** As the extension's view and document do it, without an editor: its undo is a list here. */
function connect(port: Port, model: ResultsModel, deeds: string[]) {
	const made: CellEdit[] = [];
	const channel = new Channel<ResultsMessages["toHost"], ResultsMessages["toView"]>(port, {
		start: () => resultsStart(model, parts),
		edit: ({ record, property, text }) => {
			deeds.push(`edit ${property}=${text}`);
			const edit = model.edit(record, property, text);
			if (!edit.ok) return { problem: english(valueProblemMessage(edit.problem)) };
			if (edit.value !== undefined) {
				made.push(edit.value);
				model.apply([edit.value]);
			}
			return {};
		},
		run: async ({ action }) => {
			deeds.push(`run ${action}`);
			if (action === "more") await model.more();
			else if (action === "again") await model.again();
			else if (action === "cancel") model.cancel();
			else if (action === "undo") model.apply(made.splice(-1).map(inverse));
			else if (action === "discard") model.apply(model.discarding());
			return null;
		},
		json: ({ record }) => indentedJson(printJson(model.record(record)?.row ?? null)),
		copy: ({ text }) => {
			deeds.push(`copy ${text}`);
			return null;
		},
	});
	model.onDidChange((change) => {
		channel.call("update", resultsUpdate(model, change, parts)).catch(() => undefined);
	});
	return channel;
}

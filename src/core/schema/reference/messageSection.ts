import type { LayerId, Message } from "../model.ts";
import { GapList } from "./gaps.ts";
import type { LineScanner } from "./lineScanner.ts";
import { readMessage } from "./messageRows.ts";
import type { ItemForm } from "./page.ts";
import type { ProblemList } from "./problem.ts";
import type { FinishedSection, RowSink, Section } from "./section.ts";
import { cutRow } from "./tableRow.ts";

/** The last two are those of older pages. */
const headers = new Set([
	"name <br />is event?|web api operation|sdk for .net",
	"name|web api operation|sdk for .net",
	"message|web api operation|sdk assembly",
	"message|web api operation|sdk class or method",
]);

/** The section Messages or Events: one table. */
export class MessageSection implements Section {
	readonly #kind: "messages" | "events";
	readonly #layer: LayerId;
	readonly #problems: ProblemList;
	readonly #gaps = new GapList();
	readonly #items: Record<number, ItemForm> = {};
	readonly #messages: Map<string, Message>;
	#count = 0;
	#hasTable = false;

	/** What is read goes into `messages`, which may hold those of an earlier section. */
	constructor(kind: "messages" | "events", messages: Map<string, Message>, layer: LayerId, problems: ProblemList) {
		this.#kind = kind;
		this.#messages = messages;
		this.#layer = layer;
		this.#problems = problems;
	}

	header(key: string, gap: number): RowSink | undefined {
		if (this.#hasTable || !headers.has(key)) return undefined;
		this.#hasTable = true;
		this.#gaps.note("table", gap, 1);
		return (scanner) => {
			this.#row(scanner);
		};
	}

	#row(scanner: LineScanner): void {
		const cells = cutRow(scanner);
		const row = cells && readMessage(cells.first, cells.rest, this.#layer);
		if (row === undefined) {
			this.#problems.add(cells === undefined ? "unclosedRow" : "unknownRow", scanner.number, scanner.line);
			return;
		}
		if (this.#messages.has(row.message.name)) {
			this.#problems.add("repeatedRow", scanner.number, scanner.line);
			return;
		}
		for (const { code, text } of row.unknown) this.#problems.add(code, scanner.number, text);
		if (Object.keys(row.form).length > 0) this.#items[this.#count] = { message: row.form };
		this.#messages.set(row.message.name, row.message);
		this.#count++;
	}

	finish(): FinishedSection {
		const { gaps } = this.#gaps;
		const form = { kind: this.#kind, items: this.#items, ...(gaps && { itemGaps: gaps }) };
		return { form, count: this.#count };
	}
}

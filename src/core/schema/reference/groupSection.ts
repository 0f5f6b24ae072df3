import type { FinishedSection, RowSink, Section } from "./section.ts";
import type { SectionKind } from "./sections.ts";

/** A heading that only holds other sections. */
export class GroupSection implements Section {
	readonly #kind: SectionKind;

	constructor(kind: SectionKind) {
		this.#kind = kind;
	}

	heading(): boolean {
		return false;
	}

	bullet(): boolean {
		return false;
	}

	sentence(): boolean {
		return false;
	}

	header(): RowSink | undefined {
		return undefined;
	}

	finish(): FinishedSection {
		return { form: { kind: this.#kind, items: {} }, count: 0 };
	}
}

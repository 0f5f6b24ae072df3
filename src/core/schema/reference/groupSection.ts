import type { FinishedSection, Section } from "./section.ts";
import type { SectionKind } from "./sections.ts";

/** A heading that only holds other sections. */
export class GroupSection implements Section {
	readonly #kind: SectionKind;

	constructor(kind: SectionKind) {
		this.#kind = kind;
	}

	finish(): FinishedSection {
		return { form: { kind: this.#kind, items: {} }, count: 0 };
	}
}

import type { ItemForm, SectionForm } from "./page.ts";
import type { FinishedSection } from "./section.ts";
import type { SectionKind } from "./sections.ts";

/** The forms of a page's sections. What a section says that comes twice is added to its first one. */
export class SectionForms {
	readonly #sections = new Map<SectionKind, { form: SectionForm; items: Record<number, ItemForm>; count: number }>();

	has(kind: SectionKind): boolean {
		return this.#sections.has(kind);
	}

	add({ form, count }: FinishedSection): void {
		const first = this.#sections.get(form.kind);
		if (first === undefined) {
			const items = { ...form.items };
			this.#sections.set(form.kind, { form: { ...form, items }, items, count });
			return;
		}
		for (const [index, item] of Object.entries(form.items)) first.items[first.count + Number(index)] = item;
		first.count += count;
	}

	/** In the order of the page. */
	get sections(): readonly SectionForm[] {
		return [...this.#sections.values()].map(({ form }) => form);
	}
}

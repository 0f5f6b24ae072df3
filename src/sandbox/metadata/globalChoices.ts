import type { Catalog } from "../../core/schema/catalog.ts";
import { choiceDefinition, choiceKindOf } from "./choiceType.ts";
import type { Definition } from "./metadataType.ts";

/**
 * The global choices: those that are not named after their one column. The reference pages list no global choices by
 * themselves, only the columns that use them, so one that no documented column uses is not known here.
 */
export function globalChoices(catalog: Catalog): readonly Definition[] {
	const names = catalog.choices().filter(({ local }) => !local);
	return names.flatMap(({ name }) => globalChoice(catalog, name) ?? []);
}

/** The kind follows from the first column that uses it: yes and no, or a list. */
export function globalChoice(catalog: Catalog, name: string): Definition | undefined {
	const choice = catalog.choice(name);
	if (choice === undefined || choice.local) return undefined;
	const [user] = choice.usedBy;
	const kind = choiceKindOf(user && catalog.column(user.table, user.column)?.type);
	return choiceDefinition({ name, place: name, kind, global: true, options: choice.options });
}

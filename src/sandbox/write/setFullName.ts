import type { RowDraft } from "./rowDraft.ts";

/**
 * Names that the service puts together from their parts: contact, lead, systemuser, with the first name first (the
 * organization's setting for the order of names is not followed).
 */
export function setFullName(draft: RowDraft): void {
	compose(draft, "fullname", ["firstname", "lastname"]);
	compose(draft, "yomifullname", ["yomifirstname", "yomilastname"]);
}

function compose(draft: RowDraft, whole: string, parts: readonly string[]): void {
	if (draft.kept(whole) === undefined || !parts.every((part) => draft.kept(part) !== undefined)) return;
	if (draft.before !== undefined && !parts.some((part) => draft.sets(part))) return;
	const words = parts
		.map((part) => draft.value(part))
		.filter((word): word is string => typeof word === "string" && word !== "");
	draft.setKept(whole, words.length === 0 ? null : words.join(" "));
}

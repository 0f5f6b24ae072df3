import type { Json } from "./json.ts";
import { metadataId } from "./metadataId.ts";

/** English as spoken in the United States: the one language of the sandbox. */
export const languageCode = 1033;

/**
 * A label in the service's shape. The list of languages is empty where the schema has no text: so does the service for
 * a label that nobody has written.
 *
 * @param place what the label belongs to, for its id: "account.name.DisplayName".
 */
export function label(text: string | null | undefined, place: string): Json {
	if (text === undefined || text === null) return { LocalizedLabels: [], UserLocalizedLabel: null };
	const localized = {
		Label: text,
		LanguageCode: languageCode,
		IsManaged: null,
		MetadataId: metadataId("label", place),
		HasChanged: null,
	};
	return { LocalizedLabels: [localized], UserLocalizedLabel: localized };
}

/** A managed property of which the schema says at most the value. */
export function managedProperty(logicalName: string, value: boolean | string | null = null): Json {
	return { Value: value, CanBeChanged: null, ManagedPropertyLogicalName: logicalName };
}

import type { TextDocument } from "vscode";

/** Files of requests and queries, which may each have an environment of their own. */
export function isQueryDocument({ uri, languageId }: Pick<TextDocument, "uri" | "languageId">): boolean {
	return /\.(http|rest|odata)$/i.test(uri.path) || /^(http|rest|odata)$/.test(languageId);
}

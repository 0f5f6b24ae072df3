import { l10n } from "vscode";
import type { Message } from "../words/message.ts";

/** The sentence in the language of the editor. The only door from `src/words` to the screen. */
export function say({ template, values }: Message): string {
	return l10n.t(template, values);
}

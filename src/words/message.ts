/**
 * A sentence for people before it is put into a language: an English template and what goes into its {holes}. The
 * editor gives it to `vscode.l10n.t`; command line and sandbox print it with `english`.
 */
export interface Message {
	readonly template: string;
	readonly values: Readonly<Record<string, string | number>>;
}

/** Makes a message. A hole without a value stays in the text as it is, so that a mistake is seen and never thrown. */
export function message(template: string, values: Readonly<Record<string, string | number>> = {}): Message {
	return { template, values };
}

/** The English text. */
export function english({ template, values }: Message): string {
	return template.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

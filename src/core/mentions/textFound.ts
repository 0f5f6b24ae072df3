import { markupMention } from "./markupMention.ts";
import type { Found } from "./mention.ts";
import { inOption, odataMention } from "./odataMention.ts";
import type { SchemaNames } from "./schemaNames.ts";
import { sqlMention } from "./sqlMention.ts";
import type { Span } from "./wordAt.ts";

/** A text that may hold a request, FetchXML or SQL, whatever it stands in. */
export interface TextQuestion {
	readonly text: string;
	readonly word: Span;
	readonly names: SchemaNames;
	readonly evidence: boolean;
	/** A string of a program, which may be a part of a query. */
	readonly fragment: boolean;
	/** The query option whose value the text is, where the code around says so. */
	readonly option?: string | undefined;
	/** The tables that the code around names; asked only where the text does not name its own. */
	readonly around: () => readonly string[];
}

const sqlText = /^\s*(?:--.*\n\s*)*(?:select|update|insert\s+into|delete|with)\s/i;

export function textFound(question: TextQuestion): Found | undefined {
	const { text, word, names, evidence, fragment, option } = question;
	const startsWithOption = /^[\s?&]*\$/.test(text);
	if (option !== undefined && !startsWithOption) {
		const tables = question.around();
		if (tables.length === 0 && !evidence) return undefined;
		return inOption({ text, word, names, tables, evidence }, option, 0, text.length, tables);
	}
	if (/<[a-z-]+\s|<\/?fetch/i.test(text)) return markupMention({ text, word, names, fragment });
	if (sqlText.test(text)) return sqlMention({ text, word, names });
	const tables = startsWithOption ? question.around() : [];
	return odataMention({ text, word, names, tables, evidence });
}

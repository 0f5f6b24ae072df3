import { type Position, Range, type TextDocument } from "vscode";

/** Lines that are taken whole, and around the position in a longer document. */
const wholeLines = 1_500;
const linesBefore = 900;
const linesAfter = 300;
/** The first lines say what a program imports. */
const headLines = 60;

/** The text that a hover reads: the whole document, or of a long one its head and the lines around the position. */
export function textAround(
	document: TextDocument,
	position: Position,
): { readonly text: string; readonly offset: number } {
	if (document.lineCount <= wholeLines) return { text: document.getText(), offset: document.offsetAt(position) };
	const first = Math.max(0, position.line - linesBefore);
	const head = first > headLines ? `${document.getText(new Range(0, 0, headLines, 0))}\n` : "";
	const start = first > headLines ? first : 0;
	const before = document.getText(new Range(start, 0, position.line, position.character));
	const after = document.getText(new Range(position.line, position.character, position.line + linesAfter, 0));
	return { text: head + before + after, offset: head.length + before.length };
}

import { styleText } from "node:util";

/** Emphasis for a terminal; without colour the text stays as it is. */
export interface Style {
	strong(text: string): string;
	faint(text: string): string;
}

export function styleOf(color: boolean): Style {
	const styled = (format: "bold" | "dim", text: string): string =>
		color ? styleText(format, text, { validateStream: false }) : text;
	return { strong: (text) => styled("bold", text), faint: (text) => styled("dim", text) };
}

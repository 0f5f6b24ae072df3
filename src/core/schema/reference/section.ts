import type { LineScanner } from "./lineScanner.ts";
import type { SectionForm } from "./page.ts";

/** Takes the rows of an open table, one scanner line at a time. */
export type RowSink = (scanner: LineScanner) => void;

/** The form of a section that is closed. */
export interface FinishedSection {
	readonly form: SectionForm;
	/** How many items the section had. */
	readonly count: number;
}

/**
 * What stands under one `##` heading. Each call gets a line that the page reader could not place itself; false or
 * undefined says that the section does not know it either, which makes it a problem. A section that knows no line of a
 * kind leaves its call out.
 */
export interface Section {
	/** `gap` counts the blank lines before this line. */
	heading?(scanner: LineScanner, gap: number): boolean;
	bullet?(gap: number): boolean;
	sentence?(line: string, gap: number): boolean;
	/** The header row of a table, as `headerKey` gives it. */
	header?(key: string, gap: number): RowSink | undefined;
	/** Closes the section and gives its form. */
	finish(): FinishedSection;
}

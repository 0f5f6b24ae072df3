import { type OpenPage, openSection } from "./openPage.ts";
import { GapList, type SectionGapAfter, usualSectionGap } from "./gaps.ts";
import type { LineScanner } from "./lineScanner.ts";
import { isLayout, isListSentence, isSolutionLine } from "./olderForms.ts";
import type { Gaps } from "./page.ts";
import type { ProblemCode } from "./problem.ts";
import type { RowSink, Section } from "./section.ts";
import { SectionForms } from "./sectionForms.ts";
import { sectionOf, sectionSentences } from "./sections.ts";
import { headerKey, isSeparator } from "./tableRow.ts";

const seeAlsoHeading = "### see also";

/** Leads the lines of one page to the parts that read them. What nobody takes becomes a problem. */
export class PageReader {
	/** Absent while the heading of that name has not come. */
	seeAlso: string[] | undefined;
	readonly forms = new SectionForms();
	readonly #page: OpenPage;
	readonly #gaps = new GapList();
	#gap = 0;
	#section: Section | undefined;
	/** Gaps of the section that is open, which its form does not know. */
	#sectionGaps = new GapList();
	/** What is left of the section's fixed sentences. */
	#expected: readonly string[] = [];
	#sentenceSeen = false;
	#sentenceBroken = false;
	#place: "head" | "section" | "unknownSection" | "seeAlso" = "head";
	#sink: RowSink | undefined;
	#separated = false;

	constructor(page: OpenPage) {
		this.#page = page;
	}

	get gaps(): Gaps | undefined {
		return this.#gaps.gaps;
	}

	line(scanner: LineScanner): void {
		if (scanner.kind === "blank" && !this.#page.head.inFrontMatter) {
			this.#gap++;
			this.#sink = undefined;
			return;
		}
		if (!this.#take(scanner)) this.#tell(scanner);
		this.#gap = 0;
	}

	/** Nobody took the line: it is a problem, unless it only lays out an older page. */
	#tell(scanner: LineScanner): void {
		const { line } = scanner;
		if (isLayout(line)) return;
		this.#page.problems.add(this.#unknownCode(scanner), scanner.number, line);
	}

	#unknownCode({ kind, line }: LineScanner): ProblemCode {
		if (isSolutionLine(line)) return "notInModel";
		if (kind === "heading") return "unknownSection";
		return kind === "row" && this.#place === "section" ? "unknownTable" : "unknownLine";
	}

	#take(scanner: LineScanner): boolean {
		if (this.#sink !== undefined && scanner.kind === "row") return this.#tableLine(scanner, this.#sink);
		this.#sink = undefined;
		if (scanner.kind === "heading" && this.#headingLine(scanner)) return true;
		switch (this.#place) {
			case "head":
				return this.#page.head.line(scanner, this.#gap);
			case "seeAlso":
				return this.#seeAlsoLine(scanner);
			case "unknownSection":
				return false;
			case "section":
				return this.#section !== undefined && this.#sectionLine(scanner, this.#section);
		}
	}

	#tableLine(scanner: LineScanner, sink: RowSink): boolean {
		if (!this.#separated) {
			this.#separated = true;
			if (isSeparator(scanner)) return true;
		}
		sink(scanner);
		return true;
	}

	#headingLine(scanner: LineScanner): boolean {
		if (this.#page.head.inFrontMatter) return false;
		const { text, start } = scanner;
		if (text.startsWith("## ", start)) return this.#openSection(scanner);
		if (!text.startsWith("### ", start) || text.startsWith("### <", start)) return false;
		const heading = scanner.line.trimEnd();
		if (heading.toLowerCase() !== seeAlsoHeading) return this.#openSection(scanner);
		this.#gaps.note("seeAlso", this.#gap, usualSectionGap("seeAlso", this.#gapAfter()));
		this.endSection();
		this.seeAlso ??= [];
		this.#place = "seeAlso";
		return true;
	}

	#openSection(scanner: LineScanner): boolean {
		const kind = sectionOf(scanner.line);
		const gaps = new GapList();
		gaps.note("heading", this.#gap, usualSectionGap(kind ?? "", this.#gapAfter()));
		this.endSection();
		this.#place = kind === undefined ? "unknownSection" : "section";
		if (kind === undefined) return false;
		if (this.forms.has(kind)) this.#page.problems.add("repeatedSection", scanner.number, scanner.line);
		this.#sectionGaps = gaps;
		this.#section = openSection(kind, this.#page, scanner.number);
		this.#expected = sectionSentences(kind, this.#page.sentenceNames);
		this.#sentenceSeen = this.#expected.length === 0;
		this.#sentenceBroken = false;
		return true;
	}

	#gapAfter(): SectionGapAfter {
		if (this.#place !== "head") return "rows";
		const { head } = this.#page;
		if (head.hasNote) return "note";
		return head.description === undefined ? "nothing" : "text";
	}

	#sectionLine(scanner: LineScanner, section: Section): boolean {
		switch (scanner.kind) {
			case "row": {
				this.#sink = section.header?.(headerKey(scanner), this.#gap);
				this.#separated = false;
				return this.#sink !== undefined;
			}
			case "heading":
				return section.heading?.(scanner, this.#gap) ?? false;
			case "bullet":
				return section.bullet?.(this.#gap) ?? false;
			case "text":
				return (
					this.#fixedSentence(scanner) ||
					section.sentence?.(scanner.line, this.#gap) === true ||
					(this.#expected.length > 0 && isListSentence(scanner.line))
				);
			default:
				return false;
		}
	}

	/** A line of the section's fixed sentences; some pages break one behind the product. */
	#fixedSentence(scanner: LineScanner): boolean {
		const [next, ...others] = this.#expected;
		if (next === undefined) return false;
		const line = scanner.line.trim();
		if (next === line) this.#expected = others;
		else if (line !== "" && line === this.#page.sentenceNames.product && next.startsWith(`${line} `)) {
			this.#expected = [next.slice(line.length + 1), ...others];
			this.#sentenceBroken = true;
		} else return false;
		if (!this.#sentenceSeen) this.#sectionGaps.note("sentence", this.#gap, 1);
		this.#sentenceSeen = true;
		return true;
	}

	/** Links of the publisher's site, one a line. */
	#seeAlsoLine(scanner: LineScanner): boolean {
		const line = scanner.line.trim();
		const isLink = line.startsWith("[")
			? line.endsWith(")") || line.endsWith(")<br />")
			: line.startsWith("<xref") && line.endsWith(">");
		if (!isLink || this.seeAlso === undefined) return false;
		this.#gaps.note(`seeAlso${this.seeAlso.length}`, this.#gap, this.seeAlso.length === 0 ? 1 : 0);
		this.seeAlso.push(scanner.line);
		return true;
	}

	/** Closes the open section and keeps its form. */
	endSection(): void {
		const section = this.#section;
		if (section === undefined) return;
		const { form, count } = section.finish();
		const { gaps } = this.#sectionGaps;
		const whole = {
			...form,
			...(gaps && { gaps }),
			...(!this.#sentenceSeen && { silent: true as const }),
			...(this.#sentenceBroken && { broken: true as const }),
		};
		this.forms.add({ form: whole, count });
		this.#section = undefined;
	}

	/** The end of the page. */
	finish(): void {
		this.endSection();
		this.#gaps.note("end", this.#gap, 0);
	}
}

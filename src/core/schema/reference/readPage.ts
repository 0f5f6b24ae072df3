import type { Draft } from "./draft.ts";
import { LineScanner } from "./lineScanner.ts";
import { type OpenPage } from "./openPage.ts";
import type { FrontMatterLine, Page, PageFile, PageSource } from "./page.ts";
import { PageHead } from "./pageHead.ts";
import { PageReader } from "./pageReader.ts";
import { type Problem, ProblemList } from "./problem.ts";
import type { SentenceNames } from "./sections.ts";
import { printMetaDescription, printTitle, titleName } from "./title.ts";

export interface ReadOptions {
	/** Keep the publisher's descriptions, for a person's own use. */
	readonly descriptions: boolean;
}

export interface PageResult {
	/** Absent where the page could not be identified as a table. */
	readonly page?: Page;
	readonly problems: readonly Problem[];
}

/** Reads one page. Never throws; what the grammar does not know is told as a problem and the rest is kept. */
export function readPage({ path, text }: PageFile, { descriptions }: ReadOptions): PageResult {
	const problems = new ProblemList(path);
	const head = new PageHead(problems);
	const sentenceNames: SentenceNames = {
		get title() {
			return head.tableName;
		},
		get product() {
			return productOf(head) ?? "";
		},
	};
	const open: OpenPage = {
		head,
		layer: layerOf(path),
		descriptions,
		problems,
		sentenceNames,
		facts: {},
		columns: [],
		changedColumns: [],
		manyToOne: [],
		oneToMany: [],
		manyToMany: [],
		changedManyToOne: [],
		changedOneToMany: [],
		lines: new Map(),
	};
	const scanner = new LineScanner(text);
	const reader = new PageReader(open);
	while (scanner.next()) reader.line(scanner);
	reader.finish();
	if (head.inFrontMatter) problems.add("openFrontMatter", 1, head.frontMatter[0] ?? "");
	const logicalName = identify(open, path);
	if (logicalName === undefined) return { problems: [notATable(path, text)] };
	return { page: closePage(open, reader, logicalName, { path, text }), problems: problems.problems };
}

/** The first folder of a path. A page outside any folder belongs to a layer without a name. */
export function layerOf(path: string): string {
	const slash = path.indexOf("/");
	return slash < 0 ? "" : path.slice(0, slash);
}

function fileName(path: string): string {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return name.toLowerCase().endsWith(".md") ? name.slice(0, -3) : name;
}

/** Pages that stand in the folders of the reference and are no table's. */
const otherPages = new Set(["deprecated-entities", "about-entity-reference", "toc", "index", "readme"]);

function notATable(path: string, text: string): Problem {
	const code = otherPages.has(fileName(path).toLowerCase()) ? "otherPage" : "notATable";
	const firstLine =
		text
			.slice(0, 500)
			.split("\n")
			.find((line) => line.trim() !== "") ?? "";
	return { file: path, line: 1, code, text: firstLine.trim().slice(0, 200) };
}

function productOf(head: PageHead): string | undefined {
	return head.title?.product ?? head.metaTitle?.product;
}

/** Logical name of the page's table: from its properties, its title, or its file where the title names it alone. */
function identify({ facts, head, problems }: OpenPage, path: string): string | undefined {
	const title = head.title ?? head.metaTitle;
	if (facts.logicalName !== undefined) {
		const titled = title?.logicalName;
		if (titled !== undefined && titled !== facts.logicalName) {
			problems.add("logicalNameDiffers", 1, `${titled}, ${facts.logicalName}`);
		}
		return facts.logicalName;
	}
	if (title === undefined) return undefined;
	if (title.logicalName !== undefined) return title.logicalName;
	const name = fileName(path);
	return name.toLowerCase() === title.name.toLowerCase() ? name : undefined;
}

function closePage(open: OpenPage, reader: PageReader, logicalName: string, { path, text }: PageFile): Page {
	const { head, facts } = open;
	const product = productOf(head);
	if (open.descriptions && head.heading !== undefined) facts.description = head.description ?? null;
	return {
		path,
		layer: open.layer,
		...(product !== undefined && { product }),
		logicalName,
		bases: head.bases,
		facts,
		columns: open.columns,
		changedColumns: open.changedColumns,
		manyToOne: open.manyToOne,
		oneToMany: open.oneToMany,
		manyToMany: open.manyToMany,
		changedManyToOne: open.changedManyToOne,
		changedOneToMany: open.changedOneToMany,
		...(open.messages && { messages: [...open.messages.values()] }),
		...(open.events && { events: [...open.events.values()] }),
		lines: open.lines,
		source: sourceOf(open, reader, logicalName, text),
	};
}

function sourceOf({ head, facts }: OpenPage, reader: PageReader, logicalName: string, text: string): PageSource {
	const source: Draft<PageSource> = { sections: reader.forms.sections };
	const name = head.tableName;
	const product = productOf(head);
	const derived = titleName(facts.displayName ?? "", logicalName);
	if (text.startsWith("\ufeff")) source.byteOrderMark = true;
	if (text.includes("\r\n")) source.newline = "\r\n";
	if (!text.endsWith("\n")) source.openEnd = true;
	if (name !== derived) source.titleName = name;
	if (head.hasFrontMatter) source.frontMatter = head.frontMatter.map((line) => metaLine(line, name, product));
	if (head.title?.product === undefined) source.headingWithoutProduct = true;
	if (head.noteRepeats) source.noteRepeats = true;
	if (reader.seeAlso) source.seeAlso = reader.seeAlso;
	const gaps = { ...head.gaps.gaps, ...reader.gaps };
	if (Object.keys(gaps).length > 0) source.gaps = gaps;
	return source;
}

/** A title or description that follows from the names is not kept as text. */
function metaLine(line: string, name: string, product = ""): FrontMatterLine {
	if (line === `title: "${printTitle(name, product)}"`) return { usual: "title" };
	if (line === `description: "${printMetaDescription(name, product)}"`) return { usual: "description" };
	return line;
}

const anchorStart = '<a name="BKMK_';
const anchorEnd = '"></a> ';

/** The heading of an item. */
export interface ItemHeading {
	readonly name: string;
	/** The anchor says the same name, as it always should. */
	readonly sameAnchor: boolean;
}

/** Reads `### <a name="BKMK_Name"></a> Name`; `marks` are the number signs with their blank. */
export function readItemHeading(text: string, start: number, end: number, marks: string): ItemHeading | undefined {
	if (!text.startsWith(marks, start) || !text.startsWith(anchorStart, start + marks.length)) return undefined;
	const nameStart = start + marks.length + anchorStart.length;
	const anchorAt = text.indexOf(anchorEnd, nameStart);
	if (anchorAt < 0 || anchorAt >= end) return undefined;
	const name = text.slice(anchorAt + anchorEnd.length, end).trimEnd();
	const length = anchorAt - nameStart;
	return name === "" ? undefined : { name, sameAnchor: name.length === length && text.startsWith(name, nameStart) };
}

export function printItemHeading(name: string, marks: string): string {
	return `${marks}${anchorStart}${name}${anchorEnd}${name}`;
}

/** Names as people use them: one click copies, or leads to the table or column. */
import type { ComponentChildren, TargetedMouseEvent, VNode } from "preact";
import { useState } from "preact/hooks";
import type { Piece } from "../../src/protocol/tablePage.ts";
import { usePage } from "./pageContext.ts";

/** How long a name shows that it was copied. */
const copiedMilliseconds = 1500;

export interface CopyNameProps {
	readonly text: string;
	/** Words for people, not a name for code. */
	readonly label?: boolean;
}

export function CopyName({ text, label = false }: CopyNameProps): VNode {
	const { say, channel, announce } = usePage();
	const [copied, setCopied] = useState(false);
	const copy = async () => {
		await channel.call("copy", { text });
		announce(say("copied", { name: text }));
		setCopied(true);
		setTimeout(() => {
			setCopied(false);
		}, copiedMilliseconds);
	};
	return (
		<button
			type="button"
			class={`name${label ? " label" : ""}${copied ? " copied" : ""}`}
			title={say("copy", { name: text })}
			onClick={() => void copy()}
		>
			{text}
		</button>
	);
}

export interface NamesProps {
	/** Undefined where it is blank or not documented. */
	readonly display: string | undefined;
	/** The logical name, to copy or to follow. */
	readonly children: ComponentChildren;
}

/** Display name and logical name together, in the order that the person has chosen. */
export function Names({ display, children }: NamesProps): VNode {
	const { labels } = usePage();
	const shown = display === undefined ? null : <span class="display">{display}</span>;
	const first = labels === "displayName";
	return (
		<span class={`names ${labels}`}>
			{first ? shown : null}
			{children}
			{first ? null : shown}
		</span>
	);
}

export interface TableLinkProps {
	readonly table: string;
	readonly column?: string | undefined;
	readonly text: string;
}

/**
 * Leads to another table page, or to a column of this one. With Ctrl or Command the page opens beside. A column that
 * other parts of the page name and that it does not list has no place to lead to: its name is there to copy.
 */
export function TableLink({ table, column, text }: TableLinkProps): VNode {
	const { table: own, columns, say, channel, goToColumn } = usePage();
	const inPage = table === own && column !== undefined;
	if (inPage && !columns.has(column)) return <CopyName text={text} />;
	const follow = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
		// VS Code follows every link that reaches the document, and takes "#" for the top of the page.
		event.preventDefault();
		event.stopPropagation();
		if (inPage) goToColumn(column);
		else {
			const beside = event.ctrlKey || event.metaKey;
			void channel.call("open", { table, beside, ...(column === undefined ? {} : { column }) });
		}
	};
	const title = inPage ? say("goToColumn", { name: column }) : say("openTable", { name: table });
	return (
		<a href={inPage ? `#column-${column}` : "#"} title={title} onClick={follow}>
			{text}
		</a>
	);
}

export function PieceView({ piece }: { readonly piece: Piece }): VNode {
	switch (piece.kind) {
		case "text":
			return <span>{piece.text}</span>;
		case "copy":
			return <CopyName text={piece.text} />;
		case "link":
			return <TableLink table={piece.table} column={piece.column} text={piece.text} />;
	}
}

/** Says that the source does not tell. */
export function NotDocumented(): VNode {
	const { say } = usePage();
	return <span class="missing">{say("notDocumented")}</span>;
}

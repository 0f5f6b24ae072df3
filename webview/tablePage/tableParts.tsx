/** Header, cells and further rows of a `DataTable`. */
import type { ComponentChildren, VNode } from "preact";
import { count } from "../../src/words/count.ts";
import { nextSort, type Sort } from "../listOrder.ts";
import { usePage } from "./pageContext.ts";

export interface TableColumn<Row> {
	readonly key: string;
	readonly label: string;
	/** What the column sorts by; empty where the row has nothing there. */
	readonly text: (row: Row) => string;
	readonly cell: (row: Row) => ComponentChildren;
}

interface HeaderRowProps<Row> {
	readonly columns: readonly TableColumn<Row>[];
	readonly sort: Sort | null;
	readonly onSort: (sort: Sort | null) => void;
	readonly unfolds: boolean;
}

export function HeaderRow<Row>({ columns, sort, onSort, unfolds }: HeaderRowProps<Row>): VNode {
	const { say } = usePage();
	return (
		<thead role="rowgroup">
			<tr role="row">
				{unfolds ? <td role="cell" class="toggle" /> : null}
				{columns.map(({ key, label }) => (
					<th key={key} role="columnheader" scope="col" aria-sort={ariaSort(sort, key)}>
						<button
							type="button"
							class="sort"
							title={say("sortBy", { name: label })}
							onClick={() => {
								onSort(nextSort(sort, key));
							}}
						>
							{label}
							<span aria-hidden="true">{sortSign(sort, key)}</span>
						</button>
					</th>
				))}
			</tr>
		</thead>
	);
}

interface CellProps<Row> {
	readonly column: TableColumn<Row>;
	readonly row: Row;
	/** The first cell names the row. */
	readonly first: boolean;
}

export function Cell<Row>({ column, row, first }: CellProps<Row>): VNode {
	const content = column.cell(row);
	return first ? (
		<th role="rowheader" scope="row" data-label={column.label}>
			{content}
		</th>
	) : (
		<td role="cell" data-label={column.label}>
			{content}
		</td>
	);
}

interface ToggleProps {
	/** Id of the row; what unfolds has the id `<id>-details`. */
	readonly id: string;
	readonly name: string;
	readonly open: boolean;
	readonly onToggle: () => void;
}

export function Toggle({ id, name, open, onToggle }: ToggleProps): VNode {
	const { say } = usePage();
	return (
		<td role="cell" class="toggle">
			<button
				type="button"
				aria-expanded={open}
				aria-controls={open ? `${id}-details` : undefined}
				aria-label={say("showDetails", { name })}
				onClick={onToggle}
			>
				<span aria-hidden="true" />
			</button>
		</td>
	);
}

interface MoreRowsProps {
	readonly total: number;
	readonly shown: number;
	readonly portion: number;
	readonly onShow: (shown: number) => void;
}

export function MoreRows({ total, shown, portion, onShow }: MoreRowsProps): VNode | null {
	const { say } = usePage();
	if (shown >= total) return null;
	const more = (next: number, text: string) => (
		<button
			type="button"
			class="link"
			onClick={() => {
				onShow(next);
			}}
		>
			{text}
		</button>
	);
	return (
		<p class="more">
			<span>{say("shown", { shown: count(shown), total: count(total) })}</span>
			{more(shown + portion, say("showMore", { count: count(Math.min(portion, total - shown)) }))}
			{more(total, say("showAll", { total: count(total) }))}
		</p>
	);
}

function ariaSort(sort: Sort | null, key: string): "ascending" | "descending" | undefined {
	if (sort?.by !== key) return undefined;
	return sort.descending ? "descending" : "ascending";
}

function sortSign(sort: Sort | null, key: string): string {
	if (sort?.by !== key) return "";
	return sort.descending ? "▼" : "▲";
}

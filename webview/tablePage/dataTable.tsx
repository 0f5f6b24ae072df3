/**
 * A list as a table: sortable, with rows that unfold, shown in portions. Roles are written out because the narrow
 * layout turns rows into blocks, and browsers then drop the table for screen readers.
 */
import { type ComponentChildren, Fragment, type VNode } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { isSort, type Sort, sorted } from "../listOrder.ts";
import { isCount, isTexts, useSaved } from "../savedState.ts";
import { usePage } from "./pageContext.ts";
import { Cell, HeaderRow, MoreRows, type TableColumn, Toggle } from "./tableParts.tsx";

/** Rows that are put on screen at once unless told otherwise; more come with a click. */
const usualPortion = 200;

/** The row that a link or command led to; another object for each time. */
export interface RowTarget {
	readonly row: string;
}

export interface DataTableProps<Row> {
	/** Id of the list: its rows have the id `<id>-<row>`. */
	readonly id: string;
	readonly label: string;
	readonly rows: readonly Row[];
	/** The first one names the row. */
	readonly columns: readonly TableColumn<Row>[];
	readonly rowId: (row: Row) => string;
	/** What unfolds under a row; without it rows do not unfold. */
	readonly details?: (row: Row) => ComponentChildren;
	readonly target?: RowTarget | undefined;
	readonly portion?: number;
}

export function DataTable<Row>(props: DataTableProps<Row>): VNode {
	const { id, label, rows, columns, rowId, details, target, portion = usualPortion } = props;
	const { saved, language } = usePage();
	const [sort, setSort] = useSaved<Sort | null>(saved, `${id}.sort`, null, isSort);
	const [open, setOpen] = useSaved<readonly string[]>(saved, `${id}.open`, [], isTexts);
	const [shown, setShown] = useSaved(saved, `${id}.shown`, portion, isCount);
	const ordered = useMemo(() => inOrder(rows, columns, sort, language), [rows, sort, language]);
	const toggle = (row: string) => {
		setOpen(open.includes(row) ? open.filter((other) => other !== row) : [...open, row]);
	};
	useEffect(() => {
		if (target === undefined) return;
		const place = ordered.findIndex((row) => rowId(row) === target.row);
		if (place >= shown) setShown(place + 1);
		if (details !== undefined && !open.includes(target.row)) setOpen([...open, target.row]);
		requestAnimationFrame(() => {
			showRow(`${id}-${target.row}`);
		});
	}, [target]);

	const row = (item: Row) => {
		const key = rowId(item);
		const isOpen = details !== undefined && open.includes(key);
		const anchor = `${id}-${key}`;
		const name = columns[0]?.text(item) ?? key;
		return (
			<Fragment key={key}>
				<tr role="row" id={anchor} class={key === target?.row ? "row marked" : "row"}>
					{details === undefined ? null : (
						<Toggle
							id={anchor}
							name={name}
							open={isOpen}
							onToggle={() => {
								toggle(key);
							}}
						/>
					)}
					{columns.map((column, index) => (
						<Cell key={column.key} column={column} row={item} first={index === 0} />
					))}
				</tr>
				{isOpen ? (
					<tr role="row" class="details" id={`${anchor}-details`}>
						<td role="cell" colSpan={columns.length + 1}>
							{details(item)}
						</td>
					</tr>
				) : null}
			</Fragment>
		);
	};
	return (
		<>
			<table role="table" aria-label={label}>
				<HeaderRow columns={columns} sort={sort} onSort={setSort} unfolds={details !== undefined} />
				<tbody role="rowgroup">{ordered.slice(0, shown).map(row)}</tbody>
			</table>
			<MoreRows total={rows.length} shown={shown} portion={portion} onShow={setShown} />
		</>
	);
}

function inOrder<Row>(
	rows: readonly Row[],
	columns: readonly TableColumn<Row>[],
	sort: Sort | null,
	language: string,
): readonly Row[] {
	const column = columns.find(({ key }) => key === sort?.by);
	return sort === null || column === undefined ? rows : sorted(rows, column.text, sort.descending, language);
}

/** Keyboard and screen reader go on from the row that was asked for. */
function showRow(id: string): void {
	const row = document.getElementById(id);
	row?.scrollIntoView({ block: "center" });
	row?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
}

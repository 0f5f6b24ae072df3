import type { VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { RelationshipKind, RelationshipRow, RelationshipSlice } from "../../src/protocol/tablePage.ts";
import { matchesFilter } from "../listOrder.ts";
import { isText, useSaved } from "../savedState.ts";
import { DataTable } from "./dataTable.tsx";
import { RelationshipDetailsView } from "./details.tsx";
import { LayerMark } from "./factList.tsx";
import { type HostChannel, type PageContext, usePage } from "./pageContext.ts";
import { CopyName, Names, NotDocumented, TableLink } from "./pieces.tsx";
import { FilterBar, Section } from "./section.tsx";
import type { TableColumn } from "./tableParts.tsx";

export interface RelationshipSectionProps {
	readonly kind: RelationshipKind;
	readonly slice: RelationshipSlice;
}

export function RelationshipSection({ kind, slice }: RelationshipSectionProps): VNode {
	const { say, saved, table, channel, labels } = usePage();
	const [text, setText] = useSaved(saved, `${kind}.text`, "", isText);
	const rows = useAllRows(channel, kind, slice);
	const columns = useMemo(() => tableColumns({ kind, table, say, labels }), [kind, table, say, labels]);
	const shown = useMemo(() => rows.filter((row) => matchesFilter(searchText(row), text)), [rows, text]);
	const title = say(kind);
	return (
		<Section id={kind} title={title} total={slice.total} hint={say(`${kind}Hint`)}>
			{slice.total === 0 ? (
				<p class="empty">{say("none")}</p>
			) : (
				<>
					<FilterBar
						label={`${say("filterRelationships")}: ${title}`}
						placeholder={say("filterRelationshipsHint")}
						text={text}
						onText={setText}
						shown={shown.length}
						total={rows.length}
						filtered={text !== ""}
						onClear={() => {
							setText("");
						}}
					/>
					<DataTable
						id={`${kind}-row`}
						label={title}
						rows={shown}
						columns={columns}
						rowId={rowId}
						details={(row) => <RelationshipDetailsView kind={kind} row={row} />}
					/>
				</>
			)}
		</Section>
	);
}

/** Starts with what came with the page and fetches the rest, portion by portion, once the page is on screen. */
function useAllRows(
	channel: HostChannel,
	kind: RelationshipKind,
	slice: RelationshipSlice,
): readonly RelationshipRow[] {
	const [rows, setRows] = useState(slice.rows);
	useEffect(() => {
		let gone = false;
		const fetchRest = async () => {
			let all = slice.rows;
			while (all.length < slice.total) {
				const next = await channel.call("relationships", { kind, from: all.length });
				if (gone || next.rows.length === 0) return;
				all = [...all, ...next.rows];
			}
			if (all !== slice.rows) setRows(all);
		};
		setRows(slice.rows);
		// A page that is closed meanwhile has nobody to show the rest to.
		fetchRest().catch(() => undefined);
		return () => {
			gone = true;
		};
	}, [slice]);
	return rows;
}

type ColumnsOf = Pick<PageContext, "table" | "say" | "labels"> & { readonly kind: RelationshipKind };

function tableColumns({ kind, table: own, say, labels }: ColumnsOf): readonly TableColumn<RelationshipRow>[] {
	return [
		{
			key: "table",
			label: say("table"),
			text: ({ tableDisplay, table = "" }) => (labels === "displayName" ? (tableDisplay ?? table) : table),
			cell: (row) => <OtherTable row={row} />,
		},
		{
			key: "column",
			label: say(kind === "manyToMany" ? "intersectTable" : "lookupColumn"),
			text: ({ column }) => column ?? "",
			cell: ({ column, table, linked }) => {
				if (column === undefined) return <NotDocumented />;
				const place = kind === "manyToOne" ? own : table;
				const leads = kind === "manyToOne" || (kind === "oneToMany" && linked);
				if (!leads || place === undefined) return <CopyName text={column} />;
				return <TableLink table={place} column={column} text={column} />;
			},
		},
		{
			key: "navigation",
			label: say("navigationProperty"),
			text: ({ navigation }) => navigation ?? "",
			cell: (row) => <Navigation row={row} />,
		},
		{
			key: "name",
			label: say("relationship"),
			text: ({ name }) => name,
			cell: ({ name, layer }) => (
				<>
					<CopyName text={name} />
					{layer === undefined ? null : <LayerMark product={layer} />}
				</>
			),
		},
	];
}

function OtherTable({ row: { table, tableDisplay, linked } }: { readonly row: RelationshipRow }): VNode {
	const { labels } = usePage();
	if (table === undefined) return <NotDocumented />;
	if (!linked) return <CopyName text={table} />;
	if (tableDisplay !== undefined && labels === "displayName") {
		return (
			<span class="names">
				<TableLink table={table} text={tableDisplay} />
				<CopyName text={table} />
			</span>
		);
	}
	return (
		<Names display={tableDisplay}>
			<TableLink table={table} text={table} />
		</Names>
	);
}

/** The usual name is shown with a mark: it may be wrong. */
function Navigation({ row: { navigation, usual } }: { readonly row: RelationshipRow }): VNode {
	const { say } = usePage();
	if (navigation === undefined) return <NotDocumented />;
	return (
		<>
			<CopyName text={navigation} />
			{usual === true ? (
				<span class="mark" title={say("usualName")}>
					{say("usualMark")}
				</span>
			) : null}
		</>
	);
}

function rowId({ name, table }: RelationshipRow): string {
	return `${name}-${table ?? ""}`;
}

function searchText({ name, table, tableDisplay, column, navigation }: RelationshipRow): string {
	return [name, table, tableDisplay, column, navigation].join("\n");
}

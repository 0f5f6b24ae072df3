import type { VNode } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { ColumnRow, Labels } from "../../src/protocol/tablePage.ts";
import { matchesFilter } from "../listOrder.ts";
import { isText, useSaved } from "../savedState.ts";
import { DataTable, type RowTarget } from "./dataTable.tsx";
import { ColumnDetailsView } from "./details.tsx";
import { LayerMark } from "./factList.tsx";
import { type Say, usePage } from "./pageContext.ts";
import { CopyName, Names, NotDocumented, PieceView } from "./pieces.tsx";
import { ChoiceField, FilterBar, Section } from "./section.tsx";
import type { TableColumn } from "./tableParts.tsx";

/** Nearly every table fits, so that the editor's find finds each column. */
const portion = 300;

/** Targets that a row names; the others are in its details. */
const targetsInRow = 3;

export interface ColumnsSectionProps {
	readonly rows: readonly ColumnRow[];
	readonly target: RowTarget | undefined;
}

export function ColumnsSection({ rows, target }: ColumnsSectionProps): VNode {
	const { say, saved, labels } = usePage();
	const [text, setText] = useSaved(saved, "columns.text", "", isText);
	const [type, setType] = useSaved(saved, "columns.type", "", isText);
	const [required, setRequired] = useSaved(saved, "columns.required", "", isText);
	const columns = useMemo(() => tableColumns(say, labels), [say, labels]);
	const shown = useMemo(
		() => rows.filter((row) => fits(row, type, required) && matchesFilter(searchText(row), text)),
		[rows, text, type, required],
	);
	const clear = () => {
		setText("");
		setType("");
		setRequired("");
	};
	useEffect(() => {
		if (target !== undefined && !shown.some(({ name }) => name === target.row)) clear();
	}, [target]);
	return (
		<Section id="columns" title={say("columns")} total={rows.length}>
			<FilterBar
				label={say("filterColumns")}
				placeholder={say("filterColumnsHint")}
				text={text}
				onText={setText}
				shown={shown.length}
				total={rows.length}
				filtered={text !== "" || type !== "" || required !== ""}
				onClear={clear}
			>
				<ChoiceField label={say("type")} value={type} choices={typeChoices(rows, say)} onChoose={setType} />
				<ChoiceField
					label={say("required")}
					value={required}
					choices={requiredChoices(rows, say)}
					onChoose={setRequired}
				/>
			</FilterBar>
			<DataTable
				id="column"
				label={say("columns")}
				rows={shown}
				columns={columns}
				rowId={({ name }) => name}
				details={(column) => <ColumnDetailsView column={column} />}
				target={target}
				portion={portion}
			/>
		</Section>
	);
}

function tableColumns(say: Say, labels: Labels): readonly TableColumn<ColumnRow>[] {
	return [
		{
			key: "name",
			label: say("column"),
			text: ({ display, name }) => (labels === "displayName" ? (display ?? name) : name),
			cell: (row) => <ColumnName row={row} />,
		},
		{ key: "type", label: say("type"), text: ({ type }) => type, cell: (row) => <ColumnTypeCell row={row} /> },
		{
			key: "required",
			label: say("required"),
			text: ({ required }) => required?.text ?? "",
			cell: ({ required }) =>
				required === undefined ? <NotDocumented /> : <span class={required.level}>{required.text}</span>,
		},
		{
			key: "use",
			label: say("use"),
			text: ({ uses }) => uses.join(" "),
			cell: ({ uses }) => (uses.length === 0 ? <NotDocumented /> : uses.join(" · ")),
		},
	];
}

function ColumnName({ row }: { readonly row: ColumnRow }): VNode {
	return (
		<>
			<Names display={row.display}>
				<CopyName text={row.name} />
			</Names>
			{row.role === undefined ? null : <span class="mark">{row.role}</span>}
			{row.layer === undefined ? null : <LayerMark product={row.layer} />}
			{row.note === undefined ? null : <span class="note">{row.note}</span>}
		</>
	);
}

function ColumnTypeCell({ row: { summary, targets } }: { readonly row: ColumnRow }): VNode {
	const further = targets.length - targetsInRow;
	return (
		<span class="pieces">
			<span>{summary}</span>
			{targets.slice(0, targetsInRow).map((piece) => (
				<PieceView key={piece.text} piece={piece} />
			))}
			{further > 0 ? <span>+{further}</span> : null}
		</span>
	);
}

const unknown = "?";

function fits(row: ColumnRow, type: string, required: string): boolean {
	return (type === "" || row.type === type) && (required === "" || (row.required?.level ?? unknown) === required);
}

function searchText({ name, schemaName, display, summary, targets }: ColumnRow): string {
	return [name, schemaName, display ?? "", summary, ...targets.map(({ text }) => text)].join("\n");
}

function typeChoices(rows: readonly ColumnRow[], say: Say): readonly (readonly [string, string])[] {
	const types = [...new Set(rows.map(({ type }) => type))].sort();
	return [["", say("anyType")], ...types.map((type) => [type, type] as const)];
}

function requiredChoices(rows: readonly ColumnRow[], say: Say): readonly (readonly [string, string])[] {
	const levels = new Map(
		rows.map(({ required }) => [required?.level ?? unknown, required?.text ?? say("notDocumented")] as const),
	);
	return [["", say("anyRequired")], ...levels];
}

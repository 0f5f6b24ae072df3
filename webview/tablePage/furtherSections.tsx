/** Choices, messages and keys. */
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { count } from "../../src/words/count.ts";
import type { ChoiceRow, KeyRow, MessageRow } from "../../src/protocol/tablePage.ts";
import { matchesFilter } from "../listOrder.ts";
import { isText, useSaved } from "../savedState.ts";
import { DataTable } from "./dataTable.tsx";
import { ChoiceDetailsView } from "./details.tsx";
import { type Say, usePage } from "./pageContext.ts";
import { CopyName, Names, NotDocumented, TableLink } from "./pieces.tsx";
import { FilterBar, Section } from "./section.tsx";
import type { TableColumn } from "./tableParts.tsx";

export function ChoicesSection({ rows }: { readonly rows: readonly ChoiceRow[] }): VNode {
	const { say, table } = usePage();
	const columns = useMemo(() => choiceColumns(table, say), [table, say]);
	return (
		<Section id="choices" title={say("choices")} total={rows.length}>
			{rows.length === 0 ? (
				<p class="empty">{say("none")}</p>
			) : (
				<DataTable
					id="choice"
					label={say("choices")}
					rows={rows}
					columns={columns}
					rowId={({ column }) => column}
					details={({ column }) => <ChoiceDetailsView column={column} />}
				/>
			)}
		</Section>
	);
}

export function MessagesSection({ rows }: { readonly rows: readonly MessageRow[] | undefined }): VNode {
	const { say, saved } = usePage();
	const [text, setText] = useSaved(saved, "messages.text", "", isText);
	const columns = useMemo(() => messageColumns(say), [say]);
	const shown = useMemo(() => (rows ?? []).filter((row) => matchesFilter(messageText(row), text)), [rows, text]);
	return (
		<Section id="messages" title={say("messages")} total={rows?.length}>
			{rows === undefined ? (
				<p class="missing">{say("messagesNotDocumented")}</p>
			) : (
				<>
					<FilterBar
						label={say("filterMessages")}
						placeholder={say("filterMessages")}
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
						id="message"
						label={say("messages")}
						rows={shown}
						columns={columns}
						rowId={({ name, event }) => `${name}-${event ?? ""}`}
					/>
				</>
			)}
		</Section>
	);
}

export function KeysSection({ rows }: { readonly rows: readonly KeyRow[] | undefined }): VNode {
	const { say, table } = usePage();
	const columns = useMemo(() => keyColumns(table, say), [table, say]);
	return (
		<Section id="keys" title={say("keys")} total={rows?.length}>
			{rows === undefined ? <p class="missing">{say("keysNotDocumented")}</p> : null}
			{rows?.length === 0 ? <p class="empty">{say("none")}</p> : null}
			{rows === undefined || rows.length === 0 ? null : (
				<DataTable id="key" label={say("keys")} rows={rows} columns={columns} rowId={({ name }) => name} />
			)}
		</Section>
	);
}

function choiceColumns(table: string, say: Say): readonly TableColumn<ChoiceRow>[] {
	return [
		{
			key: "column",
			label: say("column"),
			text: ({ display, column }) => display ?? column,
			cell: ({ column, display }) => (
				<Names display={display}>
					<TableLink table={table} column={column} text={column} />
				</Names>
			),
		},
		{
			key: "choice",
			label: say("choice"),
			text: ({ name }) => name ?? "",
			cell: ({ name }) => (name === undefined ? <NotDocumented /> : <CopyName text={name} />),
		},
		{ key: "type", label: say("type"), text: ({ type }) => type, cell: ({ type }) => type },
		{
			key: "options",
			label: say("options"),
			text: ({ optionCount }) => String(optionCount),
			cell: ({ optionCount }) => count(optionCount),
		},
	];
}

function messageColumns(say: Say): readonly TableColumn<MessageRow>[] {
	const cell = (text: string | undefined) => (text === undefined ? <NotDocumented /> : <CopyName text={text} />);
	return [
		{ key: "name", label: say("message"), text: ({ name }) => name, cell: ({ name }) => <CopyName text={name} /> },
		{
			key: "event",
			label: say("event"),
			text: ({ event }) => event ?? "",
			cell: ({ event }) => event ?? <NotDocumented />,
		},
		{ key: "webApi", label: say("webApi"), text: ({ webApi }) => webApi ?? "", cell: ({ webApi }) => cell(webApi) },
		{ key: "sdk", label: say("sdk"), text: ({ sdk }) => sdk ?? "", cell: ({ sdk }) => cell(sdk) },
	];
}

function keyColumns(table: string, say: Say): readonly TableColumn<KeyRow>[] {
	return [
		{
			key: "name",
			label: say("name"),
			text: ({ display, name }) => display ?? name,
			cell: ({ display, name }) => (
				<Names display={display}>
					<CopyName text={name} />
				</Names>
			),
		},
		{
			key: "columns",
			label: say("keyColumns"),
			text: ({ columns }) => columns.join(" "),
			cell: ({ columns }) => (
				<span class="pieces">
					{columns.map((column) => (
						<TableLink key={column} table={table} column={column} text={column} />
					))}
				</span>
			),
		},
	];
}

function messageText({ name, webApi, sdk }: MessageRow): string {
	return [name, webApi, sdk].join("\n");
}

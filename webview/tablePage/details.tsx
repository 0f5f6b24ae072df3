/** What unfolds under rows: asked for when it is opened. */
import type { ComponentChildren, VNode } from "preact";
import type { ColumnRow, OptionRow, RelationshipKind, RelationshipRow } from "../../src/protocol/tablePage.ts";
import { FactList, LayerMark } from "./factList.tsx";
import { usePage } from "./pageContext.ts";
import { CopyName, PieceView } from "./pieces.tsx";
import { useAnswer } from "./useAnswer.ts";

export function ColumnDetailsView({ column: { name } }: { readonly column: ColumnRow }): VNode {
	const { channel } = usePage();
	return (
		<Asked ask={() => channel.call("columnDetails", { column: name })}>
			{({ facts, options }) => (
				<>
					<FactList facts={facts} />
					{options === undefined ? null : <OptionTable options={options} name={name} />}
				</>
			)}
		</Asked>
	);
}

export function ChoiceDetailsView({ column }: { readonly column: string }): VNode {
	const { channel, say } = usePage();
	return (
		<Asked ask={() => channel.call("choiceDetails", { column })}>
			{({ options, usedBy }) => (
				<>
					<OptionTable options={options} name={column} />
					<p class="pieces">
						<span class="label">{say("usedBy")}</span>
						{usedBy.map((piece) => (
							<PieceView key={piece.text} piece={piece} />
						))}
					</p>
				</>
			)}
		</Asked>
	);
}

export interface RelationshipDetailsProps {
	readonly kind: RelationshipKind;
	readonly row: RelationshipRow;
}

export function RelationshipDetailsView({ kind, row: { name, table } }: RelationshipDetailsProps): VNode {
	const { channel } = usePage();
	const key = { kind, name, ...(table === undefined ? {} : { table }) };
	return <Asked ask={() => channel.call("relationshipDetails", key)}>{(facts) => <FactList facts={facts} />}</Asked>;
}

interface AskedProps<T> {
	readonly ask: () => Promise<T>;
	readonly children: (value: T) => ComponentChildren;
}

function Asked<T>({ ask, children }: AskedProps<T>): VNode {
	const { say } = usePage();
	const answer = useAnswer(ask);
	switch (answer.state) {
		case "waiting":
			return <p class="hint">{say("loading")}</p>;
		case "failed":
			return (
				<p role="alert">
					{say("failed", { reason: answer.reason })}{" "}
					<button type="button" class="link" onClick={answer.again}>
						{say("retry")}
					</button>
				</p>
			);
		case "here":
			return <>{children(answer.value)}</>;
	}
}

interface OptionTableProps {
	readonly options: readonly OptionRow[];
	readonly name: string;
}

function OptionTable({ options, name }: OptionTableProps): VNode {
	const { say } = usePage();
	const detailed = options.some(({ details }) => details !== undefined);
	return (
		<table class="options" role="table" aria-label={`${name}: ${say("options")}`}>
			<thead role="rowgroup">
				<tr role="row">
					<th role="columnheader" scope="col">
						{say("value")}
					</th>
					<th role="columnheader" scope="col">
						{say("label")}
					</th>
					{detailed ? (
						<th role="columnheader" scope="col">
							{say("details")}
						</th>
					) : null}
				</tr>
			</thead>
			<tbody role="rowgroup">
				{options.map((option) => (
					<tr role="row" key={option.value}>
						<th role="rowheader" scope="row">
							<CopyName text={option.value} />
						</th>
						<td role="cell">
							<OptionLabel option={option} />
						</td>
						{detailed ? <td role="cell">{option.details}</td> : null}
					</tr>
				))}
			</tbody>
		</table>
	);
}

function OptionLabel({ option: { label, layer } }: { readonly option: OptionRow }): VNode {
	const { say } = usePage();
	return (
		<>
			{label === undefined ? <span class="missing">{say("labelNotDocumented")}</span> : <CopyName text={label} label />}
			{layer === undefined ? null : <LayerMark product={layer} />}
		</>
	);
}

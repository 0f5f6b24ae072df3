import type { VNode } from "preact";
import type { ResultsColumn } from "../../src/protocol/results.ts";
import { usePage } from "./pageContext.ts";

interface CellInfoProps {
	/** Of the active cell; undefined at the head of a row and at its version. */
	readonly column: ResultsColumn | undefined;
	readonly raw: string;
	readonly isVersion: boolean;
}

/** What is behind the active cell: its column, the raw value, and why it cannot be edited. */
export function CellInfo({ column, raw, isVersion }: CellInfoProps): VNode {
	const { say } = usePage();
	return (
		<p class="info">
			{column === undefined ? (
				<span>{say(isVersion ? "versionName" : "json")}</span>
			) : (
				<>
					<b>{column.name}</b>
					<span>{column.type}</span>
					<span class="value">{say("rawValue", { raw: raw === "" ? say("empty") : raw })}</span>
					{column.readOnly === undefined ? null : <span class="why">{column.readOnly}</span>}
				</>
			)}
		</p>
	);
}

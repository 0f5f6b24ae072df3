import type { VNode } from "preact";
import { leadingName, usePage } from "./pageContext.ts";

/** The service's own name of a record's version. */
const etagName = "@odata.etag";

/** Display name and logical name of each column; it stays when the rows scroll. */
export function GridHeader(): VNode {
	const { columns, say, labels } = usePage();
	return (
		<div role="rowgroup" class="header">
			<div role="row" class="row" aria-rowindex={1}>
				<div role="columnheader" class="cell head" aria-colindex={1} aria-label={say("row")} />
				{columns.map((column, index) => {
					const lead = leadingName(column, labels);
					const other = lead === column.name ? column.display : column.name;
					return (
						<div
							key={column.property}
							role="columnheader"
							class={`cell of-${column.kind}`}
							aria-colindex={index + 2}
							title={[column.type, column.readOnly].filter(Boolean).join(". ")}
						>
							<span class="lead">{lead}</span>
							<span class="other">{other === lead ? "" : (other ?? "")}</span>
						</div>
					);
				})}
				<div role="columnheader" class="cell version" aria-colindex={columns.length + 2} title={say("versionName")}>
					<span class="lead">{say("version")}</span>
					<span class="other">{etagName}</span>
				</div>
			</div>
		</div>
	);
}

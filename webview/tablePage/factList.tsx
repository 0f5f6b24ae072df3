import type { VNode } from "preact";
import type { Fact } from "../../src/protocol/tablePage.ts";
import { usePage } from "./pageContext.ts";
import { NotDocumented, PieceView } from "./pieces.tsx";

/** Facts as pairs of label and value. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): VNode {
	return (
		<dl class="facts">
			{facts.map((fact) => (
				<div key={fact.label}>
					<dt>{fact.label}</dt>
					<dd>
						<FactValue fact={fact} />
						{fact.layer === undefined ? null : <LayerMark product={fact.layer} />}
					</dd>
				</div>
			))}
		</dl>
	);
}

/** The product that a thing comes from, where it is not the expected one. */
export function LayerMark({ product }: { readonly product: string }): VNode {
	return <span class="mark">{product}</span>;
}

function FactValue({ fact: { value } }: { readonly fact: Fact }): VNode {
	const { say } = usePage();
	if (value === undefined) return <NotDocumented />;
	if (value.length === 0) return <span class="missing">{say("blank")}</span>;
	return (
		<span class="pieces">
			{value.map((piece, index) => (
				<PieceView key={`${piece.text} ${index}`} piece={piece} />
			))}
		</span>
	);
}

import type { VNode } from "preact";
import type { ResultsAction, ResultsStatus } from "../../src/protocol/results.ts";
import type { ResultsWord } from "../../src/words/results.ts";
import { Button } from "../controls.ts";
import { usePage } from "./pageContext.ts";

/** What waits to be saved, and what can be done with it. */
export function Footer({ status: { staged } }: { readonly status: ResultsStatus }): VNode {
	const { say, run } = usePage();
	const button = (action: ResultsAction & ResultsWord, isMain = false) => (
		<Button
			secondary={!isMain}
			onClick={() => {
				run(action);
			}}
		>
			{say(action)}
		</Button>
	);
	return (
		<footer aria-label={say("changes")}>
			<span role="status" class="count">
				{staged ?? ""}
			</span>
			{staged === undefined ? (
				<span class="hint">{say("keys")}</span>
			) : (
				<span class="actions">
					{button("undo")}
					{button("discard")}
					{button("review", true)}
				</span>
			)}
		</footer>
	);
}

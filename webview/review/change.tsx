import type { VNode } from "preact";
import type { ReviewAction, ReviewedChange, ReviewedOutcome, ReviewedRequest } from "../../src/protocol/review.ts";
import type { ReviewWord } from "../../src/words/review.ts";
import type { Say } from "../say.ts";

export type SayReview = Say<ReviewWord>;

interface ChangeProps {
	readonly change: ReviewedChange;
	readonly say: SayReview;
	readonly onShow: () => void;
	readonly onCopy: () => void;
	readonly onAct: (action: ReviewAction) => void;
}

/** One record: left in words, right as it is sent, below what became of it. */
export function ChangeView({ change, say, onShow, onCopy, onAct }: ChangeProps): VNode {
	const { name, cells, request, version, outcome } = change;
	return (
		<li class={outcome === undefined ? "change" : `change ${outcome.state}`}>
			<section aria-label={name}>
				<h2>
					<button type="button" class="link" title={say("showRow", { record: name })} onClick={onShow}>
						{name}
					</button>{" "}
					<span class="second">{version === undefined ? say("anyVersion") : say("version", { version })}</span>
				</h2>
				<ul>
					{cells.map(({ column, before, after, sentence }) => (
						<li key={sentence}>
							<span class="unseen">{sentence}</span>
							<span aria-hidden="true">
								<span class="column">
									{column[0]} {column[1] === undefined ? null : <span class="second">{column[1]}</span>}
								</span>{" "}
								<del>{before}</del> → <ins>{after}</ins>
							</span>
						</li>
					))}
				</ul>
				{outcome === undefined ? null : <Outcome outcome={outcome} say={say} onAct={onAct} />}
			</section>
			<section class="request" aria-label={`${say("request")}: ${name}`}>
				<RequestText request={request} say={say} />
				<button type="button" class="link" onClick={onCopy}>
					{say("copy")}
				</button>
			</section>
		</li>
	);
}

function RequestText({ request, say }: { readonly request: ReviewedRequest; readonly say: SayReview }): VNode {
	const { method, url, headers, body } = request;
	return (
		<>
			<pre tabIndex={0} title={say("tokenHint")}>
				<b>
					{method} {url}
				</b>
				{`\n${headers.map(([name, value]) => `${name}: ${value}`).join("\n")}\n\n${body}`}
			</pre>
		</>
	);
}

interface OutcomeProps {
	readonly outcome: ReviewedOutcome;
	readonly say: SayReview;
	readonly onAct: (action: ReviewAction) => void;
}

const signs: Readonly<Record<ReviewedOutcome["state"], string>> = {
	saving: "…",
	saved: "✓",
	conflict: "⚠",
	unsure: "?",
	failed: "✗",
};

function Outcome({ outcome, say, onAct }: OutcomeProps): VNode {
	const { state, text } = outcome;
	const told =
		outcome.state === "saving" || outcome.state === "saved" ? null : (
			<>
				{outcome.next === undefined ? null : <p class="next">{outcome.next}</p>}
				{outcome.theirs === undefined ? null : (
					<>
						<p>{say("theirs")}:</p>
						<dl>
							{outcome.theirs.map(([column, value]) => (
								<div key={column}>
									<dt>{column}</dt>
									<dd>{value}</dd>
								</div>
							))}
						</dl>
					</>
				)}
				<p class="actions">
					{outcome.actions.map((action) => (
						<button
							key={action}
							type="button"
							class="link"
							onClick={() => {
								onAct(action);
							}}
						>
							{say(action)}
						</button>
					))}
				</p>
			</>
		);
	return (
		<div class="outcome" role={told === null ? "status" : "alert"}>
			<p>
				<span class="sign" aria-hidden="true">
					{signs[state]}
				</span>{" "}
				{text}
			</p>
			{told}
		</div>
	);
}

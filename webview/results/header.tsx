import type { VNode } from "preact";
import type { ResultsStatus } from "../../src/protocol/results.ts";
import { Button } from "../controls.ts";
import { EnvironmentMark } from "../environmentBadge.tsx";
import { usePage } from "./pageContext.ts";

interface HeaderProps {
	readonly title: readonly string[];
	readonly status: ResultsStatus;
}

/** Of what, how many, how long it took and from where. */
export function Header({ title, status }: HeaderProps): VNode {
	const { say, run } = usePage();
	const { phase, rows, time, environment, hasMore } = status;
	const action = (name: "more" | "again" | "cancel") => () => {
		run(name);
	};
	return (
		<header>
			<h1>
				{title[0]} {title[1] === undefined ? null : <span class="second">{title[1]}</span>}
			</h1>
			<p class="state" role="status" aria-label={say("resultsState")}>
				<span>{rows}</span>
				{time === undefined || phase === "loading" ? null : <span> · {time}</span>}
			</p>
			{environment === undefined ? null : <EnvironmentMark environment={environment} />}
			<span class="actions">
				{phase === "loading" ? (
					<Button secondary onClick={action("cancel")}>
						{say("cancel")}
					</Button>
				) : (
					<>
						{hasMore ? <Button onClick={action("more")}>{say("more")}</Button> : null}
						<Button secondary onClick={action("again")}>
							{say("again")}
						</Button>
					</>
				)}
			</span>
			{phase === "loading" ? <div class="progress" aria-hidden="true" /> : null}
		</header>
	);
}

/** What happened, why, and the one next step. */
export function Problem({ problem }: { readonly problem: NonNullable<ResultsStatus["problem"]> }): VNode {
	const { say, run } = usePage();
	const { sentence, next, canRetry, hasDetails } = problem;
	return (
		<div class="problem" role="alert">
			<p>
				{sentence} {next === undefined ? null : <span class="next">{next}</span>}
			</p>
			<span class="actions">
				{canRetry ? (
					<Button
						onClick={() => {
							run("again");
						}}
					>
						{say("retry")}
					</Button>
				) : null}
				{hasDetails ? (
					<Button
						secondary
						onClick={() => {
							run("details");
						}}
					>
						{say("details")}
					</Button>
				) : null}
			</span>
		</div>
	);
}

import type { VNode } from "preact";
import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Channel } from "../../src/protocol/channel.ts";
import type { ReviewMessages, ReviewStart, ReviewState } from "../../src/protocol/review.ts";
import type { ReviewWord } from "../../src/words/review.ts";
import { Button } from "../controls.ts";
import { EnvironmentMark } from "../environmentBadge.tsx";
import { sayWith } from "../say.ts";
import { ChangeView, type SayReview } from "./change.tsx";

export type HostChannel = Channel<ReviewMessages["toView"], ReviewMessages["toHost"]>;

export interface AppProps {
	readonly start: ReviewStart;
	readonly channel: HostChannel;
	readonly onState: (listener: (state: ReviewState) => void) => () => void;
}

type Plain = "save" | "cancel" | "unlock";

export function App({ start, channel, onState }: AppProps): VNode {
	const [state, setState] = useState(start.state);
	const say = useMemo(() => sayWith<ReviewWord>(start.words), [start]);
	const [announcement, setAnnouncement] = useState("");
	useLayoutEffect(() => onState(setState), []);
	const ask = (name: Plain) => () => void channel.call(name, null).catch(() => undefined);
	const back = (record?: string) =>
		void channel.call("show", record === undefined ? {} : { record }).catch(() => undefined);
	return (
		<>
			<header>
				<h1>
					{say("title")} <span class="second">{state.title}</span>
				</h1>
				<button
					type="button"
					class="link"
					onClick={() => {
						back();
					}}
				>
					{say("back")}
				</button>
			</header>
			<main>
				{state.changes.length === 0 ? (
					<p class="empty">
						{say("nothing")} <span class="hint">{say("nothingHint")}</span>
					</p>
				) : (
					<ol>
						{state.changes.map((change) => (
							<ChangeView
								key={change.record}
								change={change}
								say={say}
								onShow={() => {
									back(change.record);
								}}
								onCopy={() => {
									void channel.call("copy", { record: change.record }).then(() => {
										setAnnouncement(say("copied"));
									});
								}}
								onAct={(action) => {
									void channel.call("act", { record: change.record, action }).catch(() => undefined);
								}}
							/>
						))}
					</ol>
				)}
			</main>
			<Bottom state={state} say={say} ask={ask} />
			<div class="unseen" role="status">
				{announcement}
			</div>
		</>
	);
}

interface BottomProps {
	readonly state: ReviewState;
	readonly say: SayReview;
	readonly ask: (name: Plain) => () => void;
}

/** Where it goes, and the one button. */
function Bottom({ state, say, ask }: BottomProps): VNode {
	const { environment, save, saving, summary } = state;
	const isLocked = environment.isLocked && save !== undefined;
	return (
		<footer class={`colour-${environment.colour}`}>
			<EnvironmentMark environment={environment} />
			<span role="status" class="news">
				{saving ?? summary ?? (isLocked ? say("locked", { environment: environment.name }) : "")}
			</span>
			<span class="actions">
				{saving !== undefined ? (
					<Button secondary onClick={ask("cancel")}>
						{say("cancel")}
					</Button>
				) : isLocked ? (
					<Button onClick={ask("unlock")}>{say("unlock")}</Button>
				) : save === undefined ? null : (
					<Button onClick={ask("save")}>{save}</Button>
				)}
			</span>
		</footer>
	);
}

import type { VNode } from "preact";
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { ResultsAction, ResultsStart, ResultsUpdate } from "../../src/protocol/results.ts";
import type { ResultsWord } from "../../src/words/results.ts";
import type { SavedState } from "../savedState.ts";
import { sayWith } from "../say.ts";
import { Footer } from "./footer.tsx";
import { Grid } from "./grid.tsx";
import { Header, Problem } from "./header.tsx";
import { type HostChannel, type PageContext, PageProvider } from "./pageContext.ts";
import { dataOf, type ResultsData, updated } from "./resultsStore.ts";
import { RowJson, type ShownJson } from "./rowJson.tsx";

/** A record to show; another object for each time. */
export interface Reveal {
	readonly record: string;
	readonly property?: string;
}

export interface AppProps {
	readonly start: ResultsStart;
	readonly channel: HostChannel;
	readonly saved: SavedState;
	readonly onUpdate: (listener: (update: ResultsUpdate) => void) => () => void;
	readonly onReveal: (listener: (reveal: Reveal) => void) => () => void;
}

export function App({ start, channel, saved, onUpdate, onReveal }: AppProps): VNode {
	const [data, setData] = useState<ResultsData>(() => dataOf(start));
	const [reveal, setReveal] = useState<Reveal | undefined>();
	const [json, setJson] = useState<ShownJson | undefined>();
	const [announcement, setAnnouncement] = useState("");
	const context = useMemo<PageContext>(
		() => ({
			columns: start.columns,
			labels: start.labels,
			say: sayWith<ResultsWord>(start.words),
			channel,
			saved,
			run: (action: ResultsAction) => void channel.call("run", { action }).catch(() => undefined),
			announce: setAnnouncement,
		}),
		[start],
	);
	// Before anything is painted: an update that nobody takes would be lost.
	useLayoutEffect(
		() =>
			onUpdate((update) => {
				setData((now) => updated(now, update));
			}),
		[],
	);
	useEffect(() => onReveal(setReveal), []);
	const showJson = useCallback(async (record: string, name: string) => {
		setJson({ record, name, text: await channel.call("json", { record }) });
	}, []);
	const { status } = data;
	return (
		<PageProvider value={context}>
			<Header title={start.title} status={status} />
			{status.problem === undefined ? null : <Problem problem={status.problem} />}
			<main>
				<Grid title={start.title} data={data} reveal={reveal} onJson={showJson} />
				{json === undefined ? null : (
					<RowJson
						shown={json}
						onClose={() => {
							setJson(undefined);
							setReveal({ record: json.record });
						}}
					/>
				)}
			</main>
			<Footer status={status} />
			<div class="unseen" role="status">
				{announcement}
			</div>
		</PageProvider>
	);
}

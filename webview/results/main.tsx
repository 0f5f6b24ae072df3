/** The script of the page of results: connects, asks for the start and shows it. */
import { render } from "preact";
import { Channel } from "../../src/protocol/channel.ts";
import type { ResultsMessages, ResultsUpdate } from "../../src/protocol/results.ts";
import { registerControls } from "../controls.ts";
import { SavedState } from "../savedState.ts";
import { connectToHost } from "../vscodeApi.ts";
import { App, type Reveal } from "./app.tsx";
import type { HostChannel } from "./pageContext.ts";
import "./results.css";

registerControls();
const host = connectToHost();
const saved = new SavedState(host);
let takeUpdate: ((update: ResultsUpdate) => void) | undefined;
let takeReveal: ((reveal: Reveal) => void) | undefined;
/** Asked for before the page was there to show it. */
let waiting: Reveal | undefined;

const channel: HostChannel = new Channel<ResultsMessages["toView"], ResultsMessages["toHost"]>(host.port, {
	update: (update) => {
		takeUpdate?.(update);
		return null;
	},
	changed: async () => {
		await show();
		return null;
	},
	reveal: (reveal) => {
		if (takeReveal === undefined) waiting = reveal;
		else takeReveal(reveal);
		return null;
	},
});

let starts = 0;

async function show(): Promise<void> {
	const root = document.getElementById("page");
	if (root === null) return;
	// Updates that come while the start is on its way are in it already, or follow it.
	const start = await channel.call("start", null);
	const listen = {
		onUpdate: (listener: (update: ResultsUpdate) => void) => {
			takeUpdate = listener;
			return () => {
				takeUpdate = undefined;
			};
		},
		onReveal: (listener: (reveal: Reveal) => void) => {
			takeReveal = listener;
			if (waiting !== undefined) listener(waiting);
			waiting = undefined;
			return () => {
				takeReveal = undefined;
			};
		},
	};
	starts += 1;
	render(<App key={starts} start={start} channel={channel} saved={saved} {...listen} />, root);
}

void show();

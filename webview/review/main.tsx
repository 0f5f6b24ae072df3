/** The script of Review Changes: connects, asks for the start and shows it. */
import { render } from "preact";
import { Channel } from "../../src/protocol/channel.ts";
import type { ReviewMessages, ReviewState } from "../../src/protocol/review.ts";
import { registerControls } from "../controls.ts";
import { connectToHost } from "../vscodeApi.ts";
import { App, type HostChannel } from "./app.tsx";
import "./review.css";

registerControls();
let takeState: ((state: ReviewState) => void) | undefined;

const channel: HostChannel = new Channel<ReviewMessages["toView"], ReviewMessages["toHost"]>(connectToHost().port, {
	state: (state) => {
		takeState?.(state);
		return null;
	},
});

async function show(): Promise<void> {
	const root = document.getElementById("page");
	if (root === null) return;
	const start = await channel.call("start", null);
	const onState = (listener: (state: ReviewState) => void) => {
		takeState = listener;
		return () => {
			takeState = undefined;
		};
	};
	render(<App start={start} channel={channel} onState={onState} />, root);
}

void show();

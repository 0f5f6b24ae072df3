/** The table page's script: connects, asks for the start and shows it. */
import { render } from "preact";
import { Channel } from "../../src/protocol/channel.ts";
import type { TablePageMessages } from "../../src/protocol/tablePage.ts";
import { registerControls } from "../controls.ts";
import { SavedState } from "../savedState.ts";
import { connectToHost } from "../vscodeApi.ts";
import { App } from "./app.tsx";
import type { HostChannel } from "./pageContext.ts";
import "./tablePage.css";

registerControls();
const host = connectToHost();
const saved = new SavedState(host);
let reveal: ((column: string) => void) | undefined;
/** Asked for before the page was there to show it. */
let waitingColumn: string | undefined;

const channel: HostChannel = new Channel<TablePageMessages["toView"], TablePageMessages["toHost"]>(host.port, {
	reveal: ({ column }) => {
		if (reveal === undefined) waitingColumn = column;
		else reveal(column);
		return null;
	},
	changed: async () => {
		await show();
		return null;
	},
});

async function show(): Promise<void> {
	const root = document.getElementById("page");
	if (root === null) return;
	const start = await channel.call("start", null);
	const onReveal = (listener: (column: string) => void) => {
		reveal = listener;
		if (waitingColumn !== undefined) listener(waitingColumn);
		waitingColumn = undefined;
		return () => {
			reveal = undefined;
		};
	};
	render(<App start={start} channel={channel} saved={saved} onReveal={onReveal} />, root);
}

void show();

/** What VS Code gives a webview's script. May be asked for once in the life of a page. */
import type { Port } from "../src/protocol/channel.ts";

interface VsCodeApi {
	postMessage(message: unknown): void;
	getState(): unknown;
	setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export interface WebviewHost {
	readonly port: Port;
	/** What `keep` was given before the page was hidden, reloaded or restored. */
	kept(): unknown;
	keep(state: unknown): void;
}

export function connectToHost(): WebviewHost {
	const api = acquireVsCodeApi();
	return {
		port: {
			post: (message) => {
				api.postMessage(message);
			},
			listen(listener) {
				const receive = ({ data }: MessageEvent<unknown>) => {
					listener(data);
				};
				window.addEventListener("message", receive);
				return () => {
					window.removeEventListener("message", receive);
				};
			},
		},
		kept: () => api.getState(),
		keep: (state) => {
			api.setState(state);
		},
	};
}

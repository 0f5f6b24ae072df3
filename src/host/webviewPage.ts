import { randomBytes } from "node:crypto";
import { env, Uri, type Webview } from "vscode";
import type { Port } from "../protocol/channel.ts";
import { webviewHtml } from "./webviewHtml.ts";

/** Loads dist/webview/<entry>.js and .css into a webview that may load nothing else. */
export function showWebviewPage(webview: Webview, extensionUri: Uri, entry: string): void {
	const folder = Uri.joinPath(extensionUri, "dist", "webview");
	webview.options = { enableScripts: true, localResourceRoots: [folder] };
	const address = (name: string) => String(webview.asWebviewUri(Uri.joinPath(folder, name)));
	webview.html = webviewHtml({
		language: env.language,
		source: webview.cspSource,
		nonce: randomBytes(16).toString("base64"),
		script: address(`${entry}.js`),
		style: address(`${entry}.css`),
	});
}

/** A webview as the carrier of a `Channel`. What is posted while it is hidden is lost: VS Code throws its page away. */
export function webviewPort(webview: Webview): Port {
	return {
		post(message) {
			void webview.postMessage(message);
		},
		listen(listener) {
			const subscription = webview.onDidReceiveMessage(listener);
			return () => void subscription.dispose();
		},
	};
}

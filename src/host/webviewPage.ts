import { randomBytes } from "node:crypto";
import { env, Uri, type Webview } from "vscode";
import type { Port } from "../protocol/channel.ts";

/**
 * The hash of an empty style element. The control toolkit adds one and fills it through its sheet; where the policy
 * refuses it, controls lose their focus rings.
 */
const emptyStyleHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Loads dist/webview/<entry>.js and .css into a webview that may load nothing else. */
export function showWebviewPage(webview: Webview, extensionUri: Uri, entry: string): void {
	const folder = Uri.joinPath(extensionUri, "dist", "webview");
	webview.options = { enableScripts: true, localResourceRoots: [folder] };
	const resource = (name: string) => String(webview.asWebviewUri(Uri.joinPath(folder, name)));
	const nonce = randomBytes(16).toString("base64");
	const policy = [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src ${webview.cspSource} ${emptyStyleHash}`,
	].join("; ");
	webview.html = `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" href="${resource(`${entry}.css`)}">
</head>
<body>
<div id="page"></div>
<script nonce="${nonce}" src="${resource(`${entry}.js`)}"></script>
</body>
</html>`;
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

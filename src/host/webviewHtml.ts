/**
 * The hash of an empty style element. The control toolkit adds one and fills it through its sheet; where the policy
 * refuses it, controls lose their focus rings.
 */
const emptyStyleHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export interface WebviewParts {
	/** BCP 47. */
	readonly language: string;
	/** Where style sheets may come from, as a source of a content security policy. */
	readonly source: string;
	/** New for each page. */
	readonly nonce: string;
	/** Addresses of the page's script and style sheet. */
	readonly script: string;
	readonly style: string;
}

/** The document of a webview: nothing inline, nothing from elsewhere. Pure, so that tests load the very same one. */
export function webviewHtml({ language, source, nonce, script, style }: WebviewParts): string {
	const policy = ["default-src 'none'", `script-src 'nonce-${nonce}'`, `style-src ${source} ${emptyStyleHash}`];
	return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" href="${style}">
</head>
<body>
<div id="page"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

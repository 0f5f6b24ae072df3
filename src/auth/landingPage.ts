import { english, type Message } from "../words/message.ts";
import { signInPage } from "../words/signInPage.ts";

/** What the browser shows when it has handed over its answer. Nothing in it is loaded from anywhere, and nothing runs. */
export function landingPages(): { readonly success: string; readonly failure: string } {
	return {
		success: page(signInPage.signedIn, signInPage.closeTab),
		failure: page(signInPage.failed, signInPage.seeEditor),
	};
}

function page(heading: Message, text: Message): string {
	return [
		`<!doctype html><html lang="en"><head><meta charset="utf-8">`,
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
		`<meta name="viewport" content="width=device-width"><title>${escaped(english(signInPage.title))}</title>`,
		`<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:20vh auto 0;padding:0 1rem;color-scheme:light dark}`,
		`h1{font-size:1.4rem;font-weight:600}</style></head>`,
		`<body><main><h1>${escaped(english(heading))}</h1><p>${escaped(english(text))}</p></main></body></html>`,
	].join("\n");
}

function escaped(text: string): string {
	return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/**
 * JSON as people write it in `.vscode`: takes comments and commas at ends away, and leaves spaces, so that everything else
 * stays at its offset.
 */
export function stripComments(text: string): string {
	const comments = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
	const commas = /"(?:[^"\\\n]|\\.)*"?|,(?=\s*[}\]])/g;
	return blank(blank(text, comments), commas);
}

/** Texts in quotes are matched to be passed over. */
function blank(text: string, what: RegExp): string {
	return text.replace(what, (token) => (token.startsWith('"') ? token : token.replace(/[^\n]/g, " ")));
}

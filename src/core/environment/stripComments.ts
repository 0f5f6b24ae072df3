/**
 * JSON as people write it in `.vscode`: takes comments and commas at ends away, and keeps every line where it was, so that
 * what is wrong with the rest is still told of the right line.
 */
export function stripComments(text: string): string {
	const tokens =
		/"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|,(?=(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*[}\]])/g;
	return text.replace(tokens, (token) => (token.startsWith('"') ? token : token.replace(/[^\n]/g, " ")));
}

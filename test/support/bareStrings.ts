/** Finds texts that people see and that do not come from src/words: written where VS Code or the page shows them. */
import ts from "typescript";

/** Calls whose every argument is shown. */
const shownArguments = new Set([
	"showInformationMessage",
	"showWarningMessage",
	"showErrorMessage",
	"setStatusBarMessage",
	"MarkdownString",
	"appendMarkdown",
	"appendText",
	"createTextNode",
]);

/** Properties, and attributes of elements, whose value is shown. */
const shownProperties = new Set([
	"label",
	"description",
	"detail",
	"tooltip",
	"title",
	"placeholder",
	"placeHolder",
	"prompt",
	"message",
	"openLabel",
	"saveLabel",
	"validationMessage",
	"ariaLabel",
	"aria-label",
	"aria-description",
	"aria-roledescription",
	"alt",
	"innerText",
	"textContent",
]);

/** Functions that turn a message into text: what stands inside is a message already. */
const doors = new Set(["say", "english", "message"]);

/** "line: text" for each bare text of a source file (JSX or not). Names of icons ("symbol-key") are no texts. */
export function bareStrings(fileName: string, text: string): readonly string[] {
	const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.ESNext, true);
	const found: string[] = [];
	const report = (node: ts.Node, words: string) => {
		const readable = words.replace(/\$\([\w~-]+\)/g, "").replace(/^[a-z]+(-[a-z]+)+$/, "");
		if (!/\p{L}{2}/u.test(readable)) return;
		found.push(`${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}: ${words.trim()}`);
	};
	const visit = (node: ts.Node): void => {
		for (const shown of shownExpressions(node)) for (const literal of literalsOf(shown)) report(literal, literal.text);
		if (ts.isJsxText(node)) report(node, node.text);
		ts.forEachChild(node, visit);
	};
	visit(file);
	return [...new Set(found)];
}

/** The expressions of this node whose value people see. */
function shownExpressions(node: ts.Node): readonly ts.Node[] {
	if (ts.isCallExpression(node) || ts.isNewExpression(node))
		return shownArguments.has(lastName(node.expression)) ? (node.arguments ?? []) : [];
	if (ts.isPropertyAssignment(node)) return shownProperties.has(nameText(node.name)) ? [node.initializer] : [];
	if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
		return ts.isPropertyAccessExpression(node.left) && shownProperties.has(node.left.name.text) ? [node.right] : [];
	if (ts.isJsxAttribute(node))
		return shownProperties.has(node.name.getText()) && node.initializer ? [node.initializer] : [];
	return ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent) ? [node.expression] : [];
}

type Literal = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

/** The literals that can become the value: not those of conditions, of nested calls, functions and elements. */
function literalsOf(node: ts.Node): readonly Literal[] {
	if (ts.isStringLiteralLike(node)) return [node];
	if (ts.isTemplateExpression(node))
		return [node.head, ...node.templateSpans.flatMap((span) => [span.literal, ...literalsOf(span.expression)])];
	if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(literalsOf);
	if (ts.isBinaryExpression(node) && !isComparison(node.operatorToken.kind))
		return [node.left, node.right].flatMap(literalsOf);
	if (ts.isCallExpression(node) && !doors.has(lastName(node.expression)) && isJoin(node))
		return ts.isPropertyAccessExpression(node.expression) ? literalsOf(node.expression.expression) : [];
	if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return literalsOf(node.expression);
	if (ts.isJsxExpression(node)) return node.expression ? literalsOf(node.expression) : [];
	if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(literalsOf);
	return [];
}

function isJoin(node: ts.CallExpression): boolean {
	return ["join", "concat", "trim"].includes(lastName(node.expression));
}

function isComparison(kind: ts.SyntaxKind): boolean {
	return (
		kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
		kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
		kind === ts.SyntaxKind.AmpersandAmpersandToken
	);
}

function lastName(node: ts.Expression): string {
	if (ts.isPropertyAccessExpression(node)) return node.name.text;
	return ts.isIdentifier(node) ? node.text : "";
}

function nameText(name: ts.PropertyName): string {
	return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

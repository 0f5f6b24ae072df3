/**
 * JSON text in lines, for people. The text itself is kept, so that no number is read and rounded on the way: only blanks
 * and line ends are put between its parts.
 *
 * @param json well-formed, without blanks between its parts.
 */
export function indentedJson(json: string): string {
	let depth = 0;
	const line = () => `\n${"  ".repeat(depth)}`;
	return json.replace(/"(?:[^"\\]|\\.)*"|[[{]\s*[\]}]|[[\]{},:]/g, (part) => {
		switch (part) {
			case "{":
			case "[":
				depth += 1;
				return part + line();
			case "}":
			case "]":
				depth -= 1;
				return line() + part;
			case ",":
				return part + line();
			case ":":
				return ": ";
			default:
				return part;
		}
	});
}

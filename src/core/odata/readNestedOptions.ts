import { charCode } from "./charCodes.ts";
import type { QueryOption } from "./nodes.ts";
import { closeParentheses } from "./readArguments.ts";
import type { OptionContext } from "./optionContext.ts";
import { readOption } from "./readOption.ts";
import type { Reader } from "./reader.ts";

/** Options in parentheses, with semicolons between them: `pos` is at the opening one. */
export function readNestedOptions(reader: Reader, context: OptionContext): readonly QueryOption[] {
	const options: QueryOption[] = [];
	reader.pos += 1;
	reader.skipBlanks();
	if (reader.enter()) {
		do {
			reader.skipBlanks();
			options.push(readOption(reader, context));
			reader.skipBlanks();
		} while (reader.take(charCode.semicolon));
	}
	reader.leave();
	closeParentheses(reader);
	return options;
}

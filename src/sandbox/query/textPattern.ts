/**
 * Patterns of `contains`, `startswith` and `endswith`. In them `%`, `_`, `[a-c]` and `[^a]` are wildcards as in
 * Transact-SQL's LIKE (https://learn.microsoft.com/power-apps/developer/data-platform/wildcard-characters). SQLite's GLOB
 * has the same four in other letters and does not change case, so it does the work on folded texts.
 */
export type TextFunction = "contains" | "startswith" | "endswith";

export function isTextFunction(name: string): name is TextFunction {
	return name === "contains" || name === "startswith" || name === "endswith";
}

/** How a folded text is to be matched. */
export type TextMatch =
	/** The text has the part somewhere. */
	| { readonly kind: "part"; readonly part: string }
	/** The text is at or after `from`, and before `to`: it begins with `from`. */
	| { readonly kind: "range"; readonly from: string; readonly to: string }
	| { readonly kind: "glob"; readonly glob: string }
	/** A set that is not closed, or is empty, matches nothing; nor does a pattern that is longer than any text. */
	| { readonly kind: "never" };

/** Bytes that SQLite takes, with room for what is put around. */
const longestGlob = 49_000;

/** @param folded the argument as given, folded. */
export function textMatch(name: TextFunction, folded: string): TextMatch {
	if (!/[%_[]/.test(folded)) {
		if (name === "contains") return { kind: "part", part: folded };
		const to = name === "startswith" ? successor(folded) : undefined;
		if (to !== undefined) return { kind: "range", from: folded, to };
	}
	const glob = globOf(folded);
	if (glob === undefined || Buffer.byteLength(glob) > longestGlob) return { kind: "never" };
	const before = name === "startswith" ? "" : "*";
	const after = name === "endswith" ? "" : "*";
	return { kind: "glob", glob: `${before}${glob}${after}` };
}

function globOf(pattern: string): string | undefined {
	let glob = "";
	for (let place = 0; place < pattern.length; place += 1) {
		const character = pattern.charAt(place);
		if (character === "[") {
			const end = pattern.indexOf("]", place);
			const set = pattern.slice(place + 1, end);
			if (end < 0 || set === "" || set === "^") return undefined;
			glob += `[${set}]`;
			place = end;
		} else {
			glob += wildcards[character] ?? character;
		}
	}
	return glob;
}

const wildcards: Readonly<Record<string, string>> = { "%": "*", _: "?", "*": "[*]", "?": "[?]" };

/** The first text, in the order of code points, after all that begin with this one; none for the empty text. */
function successor(text: string): string | undefined {
	const characters = Array.from(text);
	for (let last = characters.length - 1; last >= 0; last -= 1) {
		const next = (characters[last]?.codePointAt(0) ?? 0) + 1;
		if (next > 0x10ffff) continue;
		// Surrogates are no characters: the next one stands behind them.
		const point = next >= 0xd800 && next <= 0xdfff ? 0xe000 : next;
		return characters.slice(0, last).join("") + String.fromCodePoint(point);
	}
	return undefined;
}

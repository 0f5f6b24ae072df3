/** LIKE of Transact-SQL, character by character: `%`, `_`, `[a-c]`, `[^a]`. */
export function like(text: string, pattern: string): boolean {
	return matches(Array.from(text), Array.from(pattern));
}

function matches(text: readonly string[], pattern: readonly string[]): boolean {
	const [first, ...rest] = pattern;
	if (first === undefined) return text.length === 0;
	if (first === "%") {
		for (let skipped = 0; skipped <= text.length; skipped += 1) if (matches(text.slice(skipped), rest)) return true;
		return false;
	}
	const [character, ...others] = text;
	if (first === "[") {
		const end = rest.indexOf("]");
		if (end < 0 || character === undefined) return false;
		return isInSet(character, rest.slice(0, end)) && matches(others, rest.slice(end + 1));
	}
	return character !== undefined && (first === "_" || first === character) && matches(others, rest);
}

function isInSet(character: string, set: readonly string[]): boolean {
	const not = set[0] === "^";
	const items = not ? set.slice(1) : set;
	if (items.length === 0) return false;
	let found = false;
	for (let place = 0; place < items.length; place += 1) {
		const item = items[place] ?? "";
		const last = items[place + 2];
		if (items[place + 1] === "-" && last !== undefined) {
			found ||= point(item) <= point(character) && point(character) <= point(last);
			place += 2;
		} else {
			found ||= item === character;
		}
	}
	return found !== not;
}

function point(character: string): number {
	return character.codePointAt(0) ?? 0;
}

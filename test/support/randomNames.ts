import type { Fuzz } from "./fuzz.ts";

const syllables = [
	"ac",
	"count",
	"con",
	"tact",
	"ev",
	"ent",
	"ty",
	"pe",
	"on",
	"id",
	"X",
	"2",
	"é",
	"na",
	"me",
	"cre",
	"at",
];
const separators = ["", "", "", "_", "_", " "];

/** A name as the schema may have: syllables, some with a hump, some apart. */
export function randomName({ below, pick, random }: Fuzz): string {
	let name = "";
	for (let count = 1 + below(7); count > 0; count -= 1) {
		const syllable = pick(syllables);
		name += pick(separators) + (random() < 0.2 ? syllable.toUpperCase() : syllable);
	}
	return name.trim() === "" ? "a" : name.trim();
}

/** What a person may type while a name is meant: a piece of it, with a slip or two now and then, or anything at all. */
export function randomTyping(source: Fuzz, name: string): string {
	const { below, random } = source;
	if (random() < 0.1) return randomText(source, 12);
	const from = random() < 0.5 ? 0 : below(name.length);
	let typed = name.slice(from, from + 1 + below(12));
	while (random() < 0.3) typed = withSlip(source, typed);
	if (random() < 0.15) typed = `${typed}${source.pick([" ", ".", "_"])}${randomName(source).slice(0, 1 + below(8))}`;
	return typed;
}

/** One letter wrong, missing or too many, or two swapped. */
export function withSlip({ below, pick }: Fuzz, text: string): string {
	const at = below(text.length);
	const letter = String.fromCharCode(0x61 + below(26));
	return pick([
		text.slice(0, at) + letter + text.slice(at + 1),
		text.slice(0, at) + text.slice(at + 1),
		text.slice(0, at) + letter + text.slice(at),
		text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2),
	]);
}

/** Any code units, lone surrogates and control characters among them. */
export function randomText({ below, random }: Fuzz, longest: number): string {
	const code = (): number => (random() < 0.7 ? below(0x80) : below(0x10000));
	return String.fromCharCode(...Array.from({ length: below(longest + 1) }, code));
}

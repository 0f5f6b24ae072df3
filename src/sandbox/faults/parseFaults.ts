import type { Message } from "../../words/message.ts";
import * as words from "../../words/sandboxFaults.ts";
import type { FaultKind, FaultRule } from "./faultRule.ts";

export type ParsedFaults =
	{ readonly ok: true; readonly rules: readonly FaultRule[] } | { readonly ok: false; readonly problem: Message };

type Settings = Partial<Omit<FaultRule, "kind" | "text">>;
/** Reads one value; undefined where it is none. */
type Reader = (value: string) => Settings | undefined;

const everyRule: Readonly<Record<string, Reader>> = {
	on: (value) => ({ on: value }),
	method: (value) => {
		const methods = value.toUpperCase().split(",");
		return methods.every((method) => /^[A-Z]+$/.test(method)) ? { methods: new Set(methods) } : undefined;
	},
	skip: wholeNumber("skip", 0),
	every: wholeNumber("every", 1),
	times: wholeNumber("times", 1),
	rate: (value) => {
		const rate = Number(value);
		return value !== "" && rate >= 0 && rate <= 1 ? { rate } : undefined;
	},
};

const retryAfter = wholeNumber("retryAfter", 0);

const ofKind: Readonly<Record<FaultKind, Readonly<Record<string, Reader>>>> = {
	"429": {
		limit: (limit) => (limit === "requests" || limit === "time" || limit === "concurrency" ? { limit } : undefined),
		"retry-after": retryAfter,
	},
	"500": {},
	"502": {},
	"503": { "retry-after": retryAfter },
	"504": {},
	latency: { ms: milliseconds },
	reset: { when: (when) => (when === "before" || when === "after" ? { when } : undefined) },
	cut: { bytes: wholeNumber("bytes", 0) },
	expired: {},
	"412": {},
	"403": {
		table: (table) => ({ table }),
		row: (row) => ({ row: row.toLowerCase() }),
		column: (column) => ({ column }),
	},
};

/** Of these settings a rule of the kind needs at least one. */
const needed: Partial<Readonly<Record<FaultKind, readonly (keyof FaultRule)[]>>> = {
	latency: ["ms"],
	"403": ["table", "row", "column"],
};

/**
 * Reads a specification: rules separated by semicolons, each a kind and `name=value` settings separated by blanks. The
 * first mistake is told; an empty text is no rule at all.
 */
export function parseFaults(text: string): ParsedFaults {
	const rules: FaultRule[] = [];
	for (const written of text.split(";")) {
		const trimmed = written.trim();
		if (trimmed === "") continue;
		const rule = parseRule(trimmed);
		if (isMessage(rule)) return { ok: false, problem: rule };
		rules.push(rule);
	}
	return { ok: true, rules };
}

function parseRule(text: string): FaultRule | Message {
	const [kind = "", ...settings] = text.split(/\s+/);
	if (!isKind(kind)) return words.faultKindUnknown(kind);
	let rule: FaultRule = { kind, text };
	for (const setting of settings) {
		const equals = setting.indexOf("=");
		if (equals <= 0) return words.faultSettingMalformed(setting);
		const name = setting.slice(0, equals);
		const value = setting.slice(equals + 1);
		const known = { ...everyRule, ...ofKind[kind] };
		const read = Object.hasOwn(known, name) ? known[name] : undefined;
		if (read === undefined) return words.faultSettingUnknown(kind, name);
		const given = value === "" ? undefined : read(value);
		if (given === undefined) return words.faultValueWrong(name, value);
		rule = { ...rule, ...given };
	}
	const names = needed[kind];
	if (names?.every((name) => rule[name] === undefined) === true) return words.faultNeedsSetting(kind, names.join(", "));
	return rule;
}

function isKind(text: string): text is FaultKind {
	return Object.hasOwn(ofKind, text);
}

function isMessage(rule: FaultRule | Message): rule is Message {
	return "template" in rule;
}

function wholeNumber(name: "skip" | "every" | "times" | "bytes" | "retryAfter", least: number): Reader {
	return (value) => (/^\d{1,9}$/.test(value) && Number(value) >= least ? { [name]: Number(value) } : undefined);
}

/** "200" or "50-200". */
function milliseconds(value: string): Settings | undefined {
	const [, from, to] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(value) ?? [];
	if (from === undefined) return undefined;
	const range = [Number(from), Number(to ?? from)] as const;
	return range[0] <= range[1] ? { ms: range } : undefined;
}

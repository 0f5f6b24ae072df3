import { compareCodeUnits } from "./compareCodeUnits.ts";

/** JSON with the properties in code unit order: equal data gives equal text, however it was put together. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const parts: string[] = [];
	for (const [key, part] of Object.entries(value).sort(([a], [b]) => compareCodeUnits(a, b))) {
		if (part !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(part)}`);
	}
	return `{${parts.join(",")}}`;
}

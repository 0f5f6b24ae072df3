import type { BatchPart, PlannedItem } from "./planBatch.ts";

const lineBreak = "\r\n";

/**
 * The text of a batch (OData 4.0 Protocol, 11.7). The boundaries must stand in none of its bodies.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api
 */
export function printBatch(items: readonly PlannedItem[], boundary: string): string {
	const pieces = items.map((item, index) => {
		const text =
			item.kind === "request" ? printPart(item.part) : printChangeSet(item.parts, `${boundary}_set${index + 1}`);
		return `--${boundary}${lineBreak}${text}`;
	});
	return `${pieces.join("")}--${boundary}--${lineBreak}`;
}

function printChangeSet(parts: readonly BatchPart[], boundary: string): string {
	const texts = parts.map((part) => `--${boundary}${lineBreak}${printPart(part)}`).join("");
	return `Content-Type: multipart/mixed;boundary=${boundary}${lineBreak}${lineBreak}${texts}--${boundary}--${lineBreak}`;
}

/** Ends with the line break that belongs to the next boundary. */
function printPart({ method, url, headers, body = "", contentId }: BatchPart): string {
	return [
		"Content-Type: application/http",
		"Content-Transfer-Encoding: binary",
		`Content-ID: ${contentId}`,
		"",
		`${method} ${url} HTTP/1.1`,
		...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
		"",
		body,
		"",
	].join(lineBreak);
}

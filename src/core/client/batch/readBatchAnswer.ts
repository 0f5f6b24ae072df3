import { boundaryOf, endOfLine, splitHeaders, splitMultipart } from "./multipart.ts";

/** One answer inside of the answer to a batch. */
export interface PartAnswer {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** Empty where there is no body. */
	readonly text: string;
	readonly contentId?: string;
}

export type ItemAnswer =
	| { readonly kind: "request"; readonly part: PartAnswer }
	| { readonly kind: "changeSet"; readonly parts: readonly PartAnswer[] };

/** Takes the answer to a batch apart; undefined where it is none, or is not whole. Never throws. */
export function readBatchAnswer(contentType: string | undefined, text: string): readonly ItemAnswer[] | undefined {
	const boundary = boundaryOf(contentType);
	const parts = boundary === undefined ? undefined : splitMultipart(text, boundary);
	return parts === undefined ? undefined : allOf(parts.map(readItem));
}

function readItem(text: string): ItemAnswer | undefined {
	const headed = splitHeaders(text);
	if (headed === undefined) return undefined;
	const boundary = boundaryOf(headed.headers["content-type"]);
	if (boundary === undefined) {
		const part = readPart(text);
		return part === undefined ? undefined : { kind: "request", part };
	}
	const parts = allOf((splitMultipart(headed.body, boundary) ?? [undefined]).map(readPart));
	return parts === undefined ? undefined : { kind: "changeSet", parts };
}

/** Headers of the part, the line with the status, the answer's own headers, and its body to the end. */
function readPart(text: string | undefined): PartAnswer | undefined {
	const headed = text === undefined ? undefined : splitHeaders(text);
	if (headed === undefined || !/^application\/http\s*(?:;|$)/i.test(headed.headers["content-type"] ?? "")) {
		return undefined;
	}
	const http = headed.body.replace(/^(?:\r?\n)+/, "");
	const lineEnd = endOfLine(http, 0);
	const [, status] = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/.exec(http.slice(0, lineEnd).trimEnd()) ?? [];
	const answer = status === undefined ? undefined : splitHeaders(http, lineEnd + 1);
	if (answer === undefined) return undefined;
	const contentId = headed.headers["content-id"] ?? answer.headers["content-id"];
	return {
		status: Number(status),
		headers: answer.headers,
		text: /^\s*$/.test(answer.body) ? "" : answer.body,
		...(contentId !== undefined && { contentId }),
	};
}

/** All, or nothing where one is missing. */
function allOf<Item>(items: readonly (Item | undefined)[]): readonly Item[] | undefined {
	const present = items.filter((item) => item !== undefined);
	return present.length === items.length ? present : undefined;
}

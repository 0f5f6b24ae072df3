import type { RequestEntry } from "../../core/client/requestLog.ts";
import type { RequestDetail } from "./requestRow.ts";

/** An item of the list: a request, or one fact of it. */
export type RequestNode =
	| { readonly kind: "request"; readonly entry: RequestEntry }
	| { readonly kind: "detail"; readonly entry: RequestEntry; readonly detail: RequestDetail };

/** What a menu passed; undefined where it is anything else. */
export function requestNodeOf(argument: unknown): RequestNode | undefined {
	const isNode = typeof argument === "object" && argument !== null && "kind" in argument && "entry" in argument;
	return isNode ? (argument as RequestNode) : undefined;
}

import type { RequestContext } from "../service/requestContext.ts";

/**
 * The address of the next page: that of this one with everything in it as it was sent, aliases and options of the
 * client's own too, and the new position.
 *
 * @param cookie the value of `$skiptoken`, percent-encoded.
 */
export function nextLink({ uri, root }: RequestContext, cookie: string): string {
	const { text, path, options } = uri;
	const kept = options.filter(({ kind }) => kind !== "skiptoken").map(({ start, end }) => text.slice(start, end));
	return `${root}${text.slice(path.start, path.end)}?${[...kept, `$skiptoken=${cookie}`].join("&")}`;
}

/** A version as people compare it: 'W/"1234"' is 1234. */
export function versionOf(etag: string | undefined): string | undefined {
	return etag === undefined ? undefined : (/^(?:W\/)?"(.*)"$/.exec(etag)?.[1] ?? etag);
}

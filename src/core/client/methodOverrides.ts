/** Headers, in lower case, by which some servers take another method than the request's own. They are never sent. */
export const methodOverrides: ReadonlySet<string> = new Set([
	"x-http-method",
	"x-http-method-override",
	"x-method-override",
]);

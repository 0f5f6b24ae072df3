/**
 * OData takes a plus for itself. The service reads its query as forms write it: a plus is a blank, and a plus that is
 * meant has to be sent as %2B
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/filter-rows#url-encode-special-characters).
 * Many clients write blanks so.
 */
export function withFormBlanks(address: string): string {
	const query = address.indexOf("?");
	if (query < 0 || !address.includes("+", query)) return address;
	return address.slice(0, query) + address.slice(query).replaceAll("+", "%20");
}

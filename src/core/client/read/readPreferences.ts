import type { QueryOptions } from "../requestOptions.ts";

/**
 * What a read asks for in `Prefer`. The service takes it for one request, so each page asks anew.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/page-results
 */
export function readPreferences({ annotations = true, pageSize }: QueryOptions): readonly string[] {
	return [
		...(annotations ? ['odata.include-annotations="*"'] : []),
		...(pageSize === undefined ? [] : [`odata.maxpagesize=${pageSize}`]),
	];
}

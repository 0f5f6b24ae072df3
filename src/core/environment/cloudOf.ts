import { parseUrl } from "../base/parseUrl.ts";
import type { Cloud } from "./cloud.ts";

/** The cloud whose environments have such host names; undefined where it is none of them. The longest ending counts. */
export function cloudOf(url: string, clouds: readonly Cloud[]): Cloud | undefined {
	const hostname = parseUrl(url)?.hostname ?? "";
	const endings = clouds.flatMap((cloud) => cloud.environmentSuffixes.map((suffix) => ({ cloud, suffix })));
	const fitting = endings.filter(({ suffix }) => hostname.endsWith(suffix));
	return fitting.reduce<(typeof fitting)[number] | undefined>(
		(best, each) => (best === undefined || each.suffix.length > best.suffix.length ? each : best),
		undefined,
	)?.cloud;
}

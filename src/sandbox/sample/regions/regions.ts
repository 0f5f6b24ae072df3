import { china, india, japan, korea, thailand } from "./asia.ts";
import { brazil, egypt, israel, switzerland, ukraine, unitedStates } from "./elsewhere.ts";
import { britain, france, germany, greece, poland } from "./europe.ts";
import type { Region } from "./region.ts";

/** In the order in which sample rows draw from them; those that are meant to come more often stand in it more often. */
export const regions: readonly Region[] = [
	germany,
	britain,
	unitedStates,
	france,
	germany,
	japan,
	unitedStates,
	switzerland,
	poland,
	britain,
	india,
	brazil,
	greece,
	germany,
	china,
	unitedStates,
	ukraine,
	korea,
	egypt,
	france,
	israel,
	thailand,
];

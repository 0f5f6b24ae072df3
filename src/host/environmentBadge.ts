import { environmentColour } from "../core/environment/environmentColour.ts";
import type { EnvironmentBadge } from "../protocol/environmentBadge.ts";
import { environmentWords, kindWords } from "../words/environments.ts";
import { unlockedUntil } from "../words/records.ts";
import type { Environments } from "./environments.ts";
import { say } from "./say.ts";

/** Name, kind, colour and lock of an environment for a page; undefined where it is not in the list any more. */
export function environmentBadge(environments: Environments, id: string): EnvironmentBadge | undefined {
	const environment = environments.all.find((each) => each.id === id);
	if (environment === undefined) return undefined;
	const lock = environments.lock(id);
	const time = (until: number) => new Date(until).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
	return {
		name: environment.name,
		kind: say(kindWords[environment.kind].short),
		colour: environmentColour(environment),
		isLocked: lock.state === "locked",
		...(lock.state === "locked" && { lock: say(environmentWords.readOnly) }),
		...(lock.state === "unlocked" && { lock: say(unlockedUntil(time(lock.until))) }),
	};
}

import type { RunningSandbox } from "../../sandbox/server/startSandbox.ts";

/** Where the Web API of a sandbox begins, without a slash at the end. */
export function webApiOf({ url }: Pick<RunningSandbox, "url">): string {
	return `${url}/api/data/v9.2`;
}

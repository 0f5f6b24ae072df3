import type { JsonObject } from "../metadata/json.ts";

/** The version of the service that the sandbox is like; the last two numbers, which count the service's builds, are 0. */
export const serviceVersion = "9.2.0.0";

export function retrieveVersion(): JsonObject {
	return { Version: serviceVersion };
}

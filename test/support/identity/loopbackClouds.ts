import { clouds } from "../../../src/core/environment/clouds.ts";
import type { Cloud } from "../../../src/core/environment/cloud.ts";

/**
 * Stands in the test build in place of `src/host/trustedClouds.ts`: the five clouds, and the one that `startIdentity` plays,
 * as JSON in an environment variable. It is never part of what people install; a test looks for its traces there.
 */
export const trustedClouds: readonly Cloud[] = [...clouds, ...loopbackCloud(process.env.DVW_LOOPBACK_CLOUD)];

/** Nothing but this machine may be trusted in addition. */
function loopbackCloud(text: string | undefined): readonly Cloud[] {
	if (text === undefined) return [];
	const cloud = JSON.parse(text) as Cloud;
	const isLoopback = [cloud.discovery, ...cloud.authorities].every((origin) =>
		["localhost", "127.0.0.2", "[::1]"].includes(new URL(origin).hostname),
	);
	return isLoopback && cloud.environmentSuffixes.join() === "localhost" ? [cloud] : [];
}

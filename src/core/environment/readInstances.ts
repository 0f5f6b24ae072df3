import type { Cloud } from "./cloud.ts";
import { cloudOf } from "./cloudOf.ts";
import type { EnvironmentKind } from "./environment.ts";
import { kindOfOrganizationType } from "./environmentKind.ts";
import { partOf, textOf } from "./parseEnvironment.ts";

/** An environment that global discovery knows the person to be a user of. */
export interface DiscoveredEnvironment {
	readonly name: string;
	readonly url: string;
	readonly apiUrl?: string;
	readonly kind: EnvironmentKind;
	readonly tenant?: string;
	/** "9.2.25063.00140". */
	readonly version?: string;
	/** False where it is switched off; it can be added all the same. */
	readonly isEnabled: boolean;
}

/** What is asked of discovery, below its origin. */
export const instancesPath =
	"/api/discovery/v2.0/Instances?$select=FriendlyName,UrlName,Url,ApiUrl,OrganizationType,State,TenantId,Version";

/**
 * The environments in an answer of global discovery, by name; undefined where it is no such answer. An entry whose URL is
 * not of the cloud that was asked is left out: tokens would go there.
 * https://learn.microsoft.com/power-apps/developer/data-platform/discovery-service
 */
export function readInstances(answer: unknown, cloud: Cloud): readonly DiscoveredEnvironment[] | undefined {
	const rows = partOf(answer, "value");
	if (!Array.isArray(rows)) return undefined;
	const found = rows.flatMap((row) => readInstance(row, cloud) ?? []);
	return found.sort((one, other) => one.name.localeCompare(other.name));
}

function readInstance(row: unknown, cloud: Cloud): DiscoveredEnvironment | undefined {
	const url = originIn(textOf(row, "Url"), cloud);
	if (url === undefined) return undefined;
	const apiUrl = originIn(textOf(row, "ApiUrl"), cloud);
	const name = textOf(row, "FriendlyName") ?? textOf(row, "UrlName") ?? new URL(url).hostname;
	const tenant = textOf(row, "TenantId");
	const version = textOf(row, "Version");
	return {
		name: name.trim(),
		url,
		...(apiUrl !== undefined && apiUrl !== url && { apiUrl }),
		kind: kindOfOrganizationType(partOf(row, "OrganizationType")),
		...(tenant !== undefined && { tenant }),
		...(version !== undefined && { version }),
		isEnabled: partOf(row, "State") !== 1,
	};
}

function originIn(text: string | undefined, cloud: Cloud): string | undefined {
	if (text === undefined || cloudOf(text, [cloud]) === undefined) return undefined;
	const { protocol, origin } = new URL(text);
	return protocol === "https:" ? origin : undefined;
}

import type { SandboxColumn } from "../schema/sandboxTable.ts";

/**
 * Lookups that the service keeps itself have fewer annotations than those that people fill. Nothing documents it; every
 * answer with all annotations that was found in public, from 2018 to 2024, shows it.
 */
export const namelessLookups: ReadonlySet<string> = new Set(["owninguser", "owningteam"]);

const keptByService: ReadonlySet<string> = new Set([
	"createdby",
	"modifiedby",
	"createdonbehalfby",
	"modifiedonbehalfby",
]);

export function hasNoNavigation({ logicalName }: SandboxColumn): boolean {
	return keptByService.has(logicalName) || namelessLookups.has(logicalName);
}

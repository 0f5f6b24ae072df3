import type { Navigation, SandboxTable } from "../../schema/sandboxTable.ts";

/**
 * A type may have a name once. Some columns that are no lookups (files, the stage of a process) share theirs with their
 * navigation property: the column stays.
 */
export function shownNavigation({ navigation, properties }: SandboxTable): readonly Navigation[] {
	return Array.from(navigation.values()).filter(({ name }) => !properties.has(name));
}

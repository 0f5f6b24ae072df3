import type { SandboxTable } from "./sandboxTable.ts";

/** Whether rows of the table have a version. Without one they have no etag; that of many system tables is not documented. */
export function hasVersion({ columns }: SandboxTable): boolean {
	return columns.get("versionnumber")?.stored === true;
}

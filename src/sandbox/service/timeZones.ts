/**
 * Time zones by the code that `usersettings.timezonecode` keeps. Dataverse has some 140; the sandbox knows those that its
 * users have, and takes UTC for any other.
 */
const zones: ReadonlyMap<number, string> = new Map([
	[2, "Pacific/Honolulu"],
	[4, "America/Los_Angeles"],
	[10, "America/Denver"],
	[20, "America/Chicago"],
	[35, "America/New_York"],
	[85, "Europe/London"],
	[92, "UTC"],
	[105, "Europe/Paris"],
	[110, "Europe/Berlin"],
	[190, "Asia/Kolkata"],
	[210, "Asia/Shanghai"],
	[235, "Asia/Tokyo"],
	[255, "Australia/Sydney"],
]);

/** The IANA name for a time zone code. */
export function timeZoneOfCode(code: number): string {
	return zones.get(code) ?? "UTC";
}

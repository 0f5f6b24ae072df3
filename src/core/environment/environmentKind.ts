import { type EnvironmentKind, environmentKinds } from "./environment.ts";

/** The stricter of two: production is the strictest. */
export function stricterKind(one: EnvironmentKind, other: EnvironmentKind): EnvironmentKind {
	return isStricter(one, other) ? one : other;
}

/** True where the first allows less than the second. */
export function isStricter(one: EnvironmentKind, other: EnvironmentKind): boolean {
	return environmentKinds.indexOf(one) > environmentKinds.indexOf(other);
}

export function isEnvironmentKind(value: unknown): value is EnvironmentKind {
	return environmentKinds.some((kind) => kind === value);
}

/**
 * The kind that discovery's number speaks for; whatever is not surely for trying things out is production. A tenant's
 * default environment and the ones of Teams hold people's real data, and so do copies that support made.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/organizationtype
 */
export function kindOfOrganizationType(type: unknown): EnvironmentKind {
	switch (type) {
		case 5: // CustomerTest: "sandbox instances"
		case 6: // CustomerFreeTest: the same outside of the quota
		case 7: // CustomerPreview
		case 9: // TestDrive
		case 14: // Trial
			return "test";
		case 13: // Developer
			return "development";
		default:
			return "production";
	}
}

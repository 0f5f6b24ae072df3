/** Tables of which the documentation says that a version can be a condition of a write. */
export const optimisticConcurrency: readonly string[] = [
	// https://learn.microsoft.com/power-apps/developer/data-platform/webapi/perform-conditional-operations-using-web-api
	"account",
	// Custom tables, to which those of solutions belong: https://learn.microsoft.com/power-apps/developer/data-platform/optimistic-concurrency
	"msdyn_ocphonecallengagementctx",
	"msdyn_ocprovisioningstate",
	"msdyn_octwitterhandleprovisioningstatus",
	"msdyn_octwitterhandlesecret",
	"msdyn_sessionevent",
];

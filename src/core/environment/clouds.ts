import type { Cloud } from "./cloud.ts";

const publicAuthorities = ["https://login.microsoftonline.com"];
const governmentAuthorities = ["https://login.microsoftonline.us"];

/**
 * The clouds that Microsoft runs Dataverse in. Discovery:
 * https://learn.microsoft.com/power-apps/developer/data-platform/discovery-service
 * Authorities: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud and, that GCC signs in with
 * the commercial one, https://learn.microsoft.com/power-platform/admin/microsoft-dynamics-365-government
 */
export const clouds: readonly Cloud[] = [
	{
		id: "commercial",
		discovery: "https://globaldisco.crm.dynamics.com",
		authorities: publicAuthorities,
		environmentSuffixes: [".dynamics.com"],
	},
	{
		id: "gcc",
		discovery: "https://globaldisco.crm9.dynamics.com",
		authorities: publicAuthorities,
		environmentSuffixes: [".crm9.dynamics.com"],
	},
	{
		id: "gccHigh",
		discovery: "https://globaldisco.crm.microsoftdynamics.us",
		authorities: governmentAuthorities,
		environmentSuffixes: [".microsoftdynamics.us"],
	},
	{
		id: "dod",
		discovery: "https://globaldisco.crm.appsplatform.us",
		authorities: governmentAuthorities,
		environmentSuffixes: [".appsplatform.us"],
	},
	{
		id: "china",
		discovery: "https://globaldisco.crm.dynamics.cn",
		// Both names lead to the same service; documents and challenges use either.
		authorities: ["https://login.partner.microsoftonline.cn", "https://login.chinacloudapi.cn"],
		environmentSuffixes: [".dynamics.cn"],
	},
];

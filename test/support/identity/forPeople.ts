/** What somebody needs who tries the identity by hand in a VS Code with the build of `loopbackExtension`. */
import type { Identity } from "./startIdentity.ts";

/** For the process of that VS Code: the cloud to trust besides Microsoft's, and the certificate of its servers. */
export function loopbackEnvironment({ cloud, caFile }: Pick<Identity, "cloud" | "caFile">): NodeJS.ProcessEnv {
	return { DVW_LOOPBACK_CLOUD: JSON.stringify(cloud), NODE_EXTRA_CA_CERTS: caFile };
}

/**
 * With its own setting VS Code trusts the certificates of the system and no others; without it Node's variable holds. What
 * the extension trusts is thus VS Code's choice in either case.
 */
export const loopbackSettings: Readonly<Record<string, unknown>> = { "http.systemCertificates": false };

/** Address, users, applications and what to expect, for a terminal. */
export function describeIdentity({ environmentUrl, users, applications, certificateFile }: Identity): string {
	const { secret, certificate, ownClient } = applications;
	const people = Object.values<{ readonly userName: string; readonly password: string }>({ ...users });
	return [
		"A sandbox behind an OpenID provider. Add this environment:",
		`  ${environmentUrl}`,
		"Users, for the browser and for device codes (the last three are refused, each for another reason):",
		...people.map(({ userName, password }) => `  ${userName.padEnd(24)} ${password}`),
		`An own registration for them: client id ${ownClient.clientId}`,
		`An application with a secret: client id ${secret.clientId}`,
		`  ${secret.secret}`,
		`An application with a certificate: client id ${certificate.clientId}`,
		`  ${certificateFile}`,
		"The browser warns of the provider's certificate, which was made for this run only: go on to localhost.",
	].join("\n");
}

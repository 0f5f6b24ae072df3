import type { SignInProblem, SignInProblemCode } from "../core/client/signInProblem.ts";
import { type Message, message } from "./message.ts";

/** What happened and why, and what to do next where something can be done. */
interface Texts {
	readonly sentence: string;
	/** Where the problem names no subject. */
	readonly anonymous?: string;
	readonly next?: string;
}

/** {subject} is the origin or name that the problem names. */
const texts: Readonly<Record<SignInProblemCode, Texts>> = {
	cancelled: { sentence: "The sign-in was cancelled." },
	signInNeeded: {
		sentence: "Nobody is signed in: the earlier sign-in has expired, was revoked, or there was none.",
		next: "Sign in.",
	},
	otherAccount: {
		sentence: "Somebody else signed in than {subject}, as whom this environment is used.",
		anonymous: "Somebody else signed in than the user of this environment.",
		next: "Sign in as the same user, or change the account of the environment.",
	},
	consentMissing: {
		sentence: "Nobody has allowed the application to use Dataverse in this tenant.",
		next: "Ask an administrator of the tenant to consent to the application, or use an application registration of your own.",
	},
	conditionalAccess: {
		sentence:
			"A rule of the tenant (conditional access) does not let this sign-in through: it may ask for another factor, a managed device or another network.",
		next: "Sign in with the browser, which can meet such rules, or ask an administrator.",
	},
	wrongTenant: {
		sentence: "The user or the application is not known in the tenant of the environment.",
		next: "Check the tenant of the environment, and sign in with an account that it knows.",
	},
	wrongSecret: {
		sentence: "The identity service does not accept the client secret.",
		next: "Enter the value of the secret, not its id.",
	},
	expiredSecret: {
		sentence: "The client secret or the certificate of the application has expired.",
		next: "Make a new one in the application’s registration and enter it.",
	},
	wrongCertificate: {
		sentence:
			"The certificate cannot be used: it has no private key, the passphrase is wrong, or the application’s registration does not list it.",
		next: "Choose a PEM file with both key and certificate, and add the certificate to the registration.",
	},
	wrongClient: {
		sentence: "The tenant does not know the client id, or the application may not sign in this way.",
		next: "Check the client id. An own registration needs the platform “Mobile and desktop applications” with the redirect URI http://localhost, and for device codes “Allow public client flows”.",
	},
	clockSkew: {
		sentence:
			"The clock of this machine is wrong, so the identity service takes what it is sent for expired or not yet valid.",
		next: "Set the clock, and try again.",
	},
	browserNotOpened: {
		sentence: "The browser could not be opened.",
		next: "Sign in with a device code, in a browser on any machine.",
	},
	portTaken: {
		sentence:
			"The answer of the browser cannot be received: no port of this machine could be opened for it. A firewall may forbid it.",
		next: "Sign in with a device code, which needs no port.",
	},
	timedOut: {
		sentence: "Nobody finished the sign-in in time.",
		next: "Try again.",
	},
	offline: {
		sentence: "{subject} cannot be reached.",
		anonymous: "The identity service cannot be reached.",
		next: "Check the network connection and the address, and try again.",
	},
	proxy: {
		sentence: "A proxy between this machine and {subject} did not let the request through.",
		anonymous: "A proxy between this machine and the identity service did not let the request through.",
		next: "Check the proxy settings and whether the proxy asks for a sign-in of its own.",
	},
	untrustedCertificate: {
		sentence:
			"This machine does not trust the certificate that {subject} shows. A proxy that reads encrypted traffic may stand between.",
		anonymous:
			"This machine does not trust the certificate that the identity service shows. A proxy that reads encrypted traffic may stand between.",
		next: "Have the certificate of the proxy’s authority installed on this machine.",
	},
	unknownAuthority: {
		sentence:
			"The environment sends its users to {subject}, which is not the sign-in of a Microsoft cloud. Nothing was sent there.",
		anonymous:
			"The environment sends its users to an address that is not the sign-in of a Microsoft cloud. Nothing was sent there.",
		next: "Check the address of the environment.",
	},
	foreignResource: {
		sentence: "The environment asks for a token of {subject}, which is not its own address. No token was fetched.",
		anonymous: "The environment asks for a token of another address than its own. No token was fetched.",
		next: "Check the address of the environment.",
	},
	noChallenge: {
		sentence: "{subject} does not answer as Dataverse does, so it is not known where to sign in.",
		anonymous: "The address does not answer as Dataverse does, so it is not known where to sign in.",
		next: "Check the address: it is the one that the browser shows in an app of the environment.",
	},
	noEditorAccount: {
		sentence:
			"The editor has no Microsoft account to give: its sign-in is missing, switched off, or not set up for this cloud.",
		next: "Choose another way to sign in.",
	},
	unavailable: {
		sentence: "The identity service is there and cannot answer just now.",
		next: "Try again in a minute.",
	},
	unknown: { sentence: "The sign-in failed, for a reason that is not among the known ones.", next: "Try again." },
};

/** Why there is no token, in a sentence with the cause, and the next step. What the service said stands in brackets. */
export function signInProblemMessage(problem: SignInProblem): { readonly sentence: Message; readonly next?: Message } {
	const { sentence: named, anonymous, next } = texts[problem.code];
	const sentence = problem.subject === undefined ? (anonymous ?? named) : named;
	const subject = problem.subject ?? "";
	const codes = [problem.serviceCode, problem.correlationId].filter((code) => code !== undefined).join(", ");
	return {
		sentence: codes === "" ? message(sentence, { subject }) : message(`${sentence} ({codes})`, { subject, codes }),
		...(next !== undefined && { next: message(next, { subject }) }),
	};
}

/** When the client id that public tools share does not do, and what an own one needs. */
export const ownRegistration = {
	when: message(
		"The sign-in uses the client id that Microsoft publishes for trying out Dataverse and that many tools share. An own application registration is needed where the tenant blocks that id or asks an administrator to consent to it, where rules or logs of the tenant must tell this tool from others, and always for client secrets and certificates.",
	),
	how: message(
		"In the Microsoft Entra admin centre: register an application; for people add the platform “Mobile and desktop applications” with the redirect URI http://localhost, allow public client flows, and add the delegated permission user_impersonation of Dynamics CRM; for a service principal add a secret or certificate and create an application user with a security role in the environment. Then give its client id at the sign-in.",
	),
} as const;

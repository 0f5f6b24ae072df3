/** Why there is no token. Each code has its sentence, cause and next step in words/signInProblem.ts. */
export type SignInProblemCode =
	/** The person gave up. */
	| "cancelled"
	/** Nobody is signed in, or what was kept is expired or revoked: a person has to sign in. */
	| "signInNeeded"
	/** Somebody else signed in than the environment is used as; `subject` is who was expected. */
	| "otherAccount"
	| "consentMissing"
	| "conditionalAccess"
	/** The user or application is not in the tenant of the environment. */
	| "wrongTenant"
	| "wrongSecret"
	| "expiredSecret"
	| "wrongCertificate"
	/** The client id is not known in the tenant, or not allowed to sign in this way. */
	| "wrongClient"
	| "clockSkew"
	| "browserNotOpened"
	| "portTaken"
	| "timedOut"
	| "offline"
	| "proxy"
	/** The certificate of the authority or of a proxy between is not trusted on this machine. */
	| "untrustedCertificate"
	/** The environment names an authority that is none of the known clouds. */
	| "unknownAuthority"
	/** The environment asks for a token of another origin. */
	| "foreignResource"
	/** The editor has no Microsoft account to give: built-in sign-in is missing, switched off, or not set for that cloud. */
	| "noEditorAccount"
	/** The environment did not answer as Dataverse does, so nobody knows where to sign in. */
	| "noChallenge"
	/** The identity service is there and cannot answer just now. */
	| "unavailable"
	| "unknown";

export interface SignInProblem {
	readonly code: SignInProblemCode;
	/** What the identity service said, for people who look for it: "AADSTS65001". Never a token, secret or whole answer. */
	readonly serviceCode?: string;
	readonly correlationId?: string;
	/** The origin, authority, port or the like that the sentence names. */
	readonly subject?: string;
}

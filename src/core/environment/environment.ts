/** An environment as the person keeps it in the list. Holds no secret: it may be shared in a file. */
export interface Environment {
	/** Made by us, kept for ever. "sandbox" is the built-in one. */
	readonly id: string;
	readonly name: string;
	/** Origin of the app URL: "https://contoso.crm4.dynamics.com". Of the sandbox it changes from start to start. */
	readonly url: string;
	/** Origin of the API URL, where discovery told it. */
	readonly apiUrl?: string;
	/** What is not known counts as production. */
	readonly kind: EnvironmentKind;
	readonly colour?: EnvironmentColour;
	/** Tenant id or domain, where the person or discovery gave it. */
	readonly tenant?: string;
	/** Absent: not chosen yet, so it is asked at the first sign-in. */
	readonly signIn?: SignInSettings;
	/** Where it comes from: the person's own list, or the file of a workspace. */
	readonly source: "user" | "workspace";
}

export const environmentKinds = ["sandbox", "development", "test", "production"] as const;

export type EnvironmentKind = (typeof environmentKinds)[number];

export const environmentColours = ["green", "blue", "yellow", "orange", "red", "purple"] as const;

/** Names of VS Code's own chart colours, which fit every theme. */
export type EnvironmentColour = (typeof environmentColours)[number];

/** How to sign in. Secrets and certificates are kept apart, in the secret store, under the environment's id. */
export type SignInSettings =
	| { readonly method: "interactive" | "deviceCode"; readonly clientId?: string; readonly account?: string }
	| { readonly method: "clientSecret" | "certificate"; readonly clientId: string }
	/** The Microsoft account of VS Code. */
	| { readonly method: "editor"; readonly account?: string };

export type SignInMethod = SignInSettings["method"];

/** Id of the built-in sandbox. It is always in the list, whether it runs or not. */
export const sandboxId = "sandbox";

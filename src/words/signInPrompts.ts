/** What people read while they sign in: the ways to do so, what each asks for, and the code for another device. */
import type { SignInMethod } from "../core/environment/environment.ts";
import { counted } from "./count.ts";
import { type Message, message } from "./message.ts";

export interface SignInMethodWords {
	readonly label: Message;
	readonly detail: Message;
}

export const signInMethodWords: Readonly<Record<SignInMethod, SignInMethodWords>> = {
	interactive: {
		label: message("Browser"),
		detail: message("Opens your browser to sign in, as most tools do."),
	},
	editor: {
		label: message("Microsoft Account of VS Code"),
		detail: message("The account that VS Code keeps for its extensions. It works in remote windows, too."),
	},
	deviceCode: {
		label: message("Code"),
		detail: message("You enter a short code in a browser, on this device or on another."),
	},
	clientSecret: {
		label: message("Application with a Secret"),
		detail: message("A service principal with the client ID and a client secret of its app registration."),
	},
	certificate: {
		label: message("Application with a Certificate"),
		detail: message("A service principal with the client ID and a PEM file that holds private key and certificate."),
	},
};

export const signInPromptWords = {
	/** In place of the usual detail, where the extension host is not on the machine of the screen. */
	interactiveElsewhere: message(
		"Works only where this browser is on the machine that the extensions run on, or its ports are forwarded.",
	),
	discoveryTitle: message("Sign in to find environments"),
	isSignedIn: message("signed in"),
	anotherAccount: message("another account"),
	recommended: message("recommended here"),
	methodPlaceHolder: message("How do you want to sign in?"),
	signingIn: message("Signing in"),
	otherFirst: message("Waiting for the other sign-in to end."),
	browserWaits: message("Finish the sign-in in the browser."),
	clientId: message("Client ID of the app registration (also called application ID)"),
	clientIdForm: message("A client ID has this form: 00000000-0000-0000-0000-000000000000."),
	clientSecret: message(
		"Client secret: its value, not its ID. It goes into VS Code's secret storage, never into a file.",
	),
	clientSecretMissing: message("Paste the value of the secret."),
	clientSecretIsId: message("This looks like the ID of the secret. What is needed is its value."),
	certificateTitle: message("PEM File with Private Key and Certificate, or One of Each"),
	certificateUse: message("Use Certificate"),
	certificateFiles: message("PEM Files"),
	passphrase: message("Passphrase of the private key"),
	code: message("Sign in with a code"),
	copyAndOpen: message("Copy Code and Open Page"),
	copyCode: message("Copy Code"),
	openPage: message("Open Page"),
	cancelSignIn: message("Cancel Sign-In"),
	codeCopied: message("The code is on the clipboard."),
	pageNotOpened: message("The page could not be opened. Enter its address in a browser yourself."),
} as const;

export function signInTitle(environment: string): Message {
	return message("Sign in to {environment}", { environment });
}

/** Above the progress of it. */
export function signingInTo(environment: string): Message {
	return message("Signing in to {environment}", { environment });
}

/** "Enter ABCD-EFGH at microsoft.com/devicelogin." Said to screen readers as well, so it stands alone. */
export function enterCode(code: string, page: string): Message {
	return message("Enter the code {code} at {page}.", { code, page });
}

/** @param minutes whole minutes that are left; 0 in the last one. */
export function codeTimeLeft(minutes: number): Message {
	if (minutes < 1) return message("Less than a minute left.");
	return counted(minutes, "One minute left.", "{count} minutes left.");
}

export type PemProblem = "noKey" | "noCertificate" | "tooLarge" | "notReadable";

const pemProblems: Readonly<Record<PemProblem, string>> = {
	noKey: "{file} holds no private key in PEM form. Choose the file that was made with the certificate, or both files.",
	noCertificate: "{file} holds no certificate in PEM form. Choose the file with the certificate, or both files.",
	tooLarge: "{file} is too large for a certificate.",
	notReadable: "{file} cannot be read.",
};

export function pemProblemMessage(problem: PemProblem, file: string): Message {
	return message(pemProblems[problem], { file });
}

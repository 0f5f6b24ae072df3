import type { ClientCertificate } from "../../auth/auth.ts";
import type { Environment, SignInMethod } from "../../core/environment/environment.ts";
import type { Message } from "../../words/message.ts";
import { signInTitle } from "../../words/signInPrompts.ts";
import type { EditorSettings } from "./editorWay.ts";
import type { MsalSettings } from "./msalWay.ts";

/** What a person is asked for before a sign-in. Each gives undefined where the person gave up. */
export interface Questions {
	clientId(title: Message, value?: string): Promise<string | undefined>;
	secret(title: Message): Promise<string | undefined>;
	certificate(title: Message): Promise<ClientCertificate | undefined>;
	/** The client id of the person's settings, for people; undefined for the default one. */
	ownClientId(): string | undefined;
}

/** Settings to try, and the secret that belongs to them, which is nowhere else yet. */
export interface Details {
	readonly settings: MsalSettings | EditorSettings;
	readonly secret?: string | ClientCertificate;
}

/** Asks for what the method needs. People need nothing but themselves. */
export async function askDetails(
	environment: Environment,
	method: SignInMethod,
	questions: Questions,
): Promise<Details | undefined> {
	const { signIn: before } = environment;
	const known = before !== undefined && "clientId" in before ? before.clientId : undefined;
	if (method === "editor") return { settings: { method } };
	if (method === "interactive" || method === "deviceCode") {
		const clientId = before?.method === method ? known : questions.ownClientId();
		return { settings: { method, ...(clientId !== undefined && { clientId }) } };
	}
	const title = signInTitle(environment.name);
	const clientId = await questions.clientId(title, known);
	if (clientId === undefined) return undefined;
	const secret = method === "certificate" ? await questions.certificate(title) : await questions.secret(title);
	return secret === undefined ? undefined : { settings: { method, clientId }, secret };
}

import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { hashOf, problemOfToken, type TokenRules } from "./accessToken.ts";
import type { KeyPair } from "./certificates.ts";
import { listenTls, readAll } from "./listenTls.ts";
import { type HttpAnswer, type HttpRequest, send } from "../sandbox/runningSandbox.ts";

/** One request as it came to a service. */
export interface SeenRequest {
	readonly method: string;
	/** "https://localhost:50000/api/data/v9.2/accounts?$top=1". */
	readonly url: string;
	/** SHA-256 of the bearer token, where there was one. */
	readonly token?: string;
	readonly status: number;
	/** Why the token was refused. */
	readonly refused?: string;
}

export interface Front {
	readonly origin: string;
	/** The second origin of the same environment. */
	readonly apiOrigin: string;
	readonly discoveryOrigin: string;
	readonly seen: SeenRequest[];
	/** Hashes of tokens that are refused from now on, as if they had ended. */
	readonly refused: Set<string>;
	/** What the 401 answer says instead of what is true. */
	challenge: { authority?: string; resource?: string };
	/** Answers in place of the sandbox where it gives something. Only requests with a good token come here. */
	instead: ((method: string, path: string) => Instead | undefined) | undefined;
	readonly close: () => Promise<void>;
}

export interface Instead {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
}

export interface FrontParts {
	readonly certificate: KeyPair;
	readonly sandbox: { readonly url: string; readonly token: string };
	readonly tenant: string;
	/** "https://localhost:50000/<tenant>/oauth2/authorize": the old form, as the service names it. */
	readonly authorizationUri: () => string;
	readonly rules: () => Omit<TokenRules, "audiences">;
}

/** The sandbox as an environment behind Entra: over TLS, for nobody without a token of the authority. */
export async function startFront(parts: FrontParts): Promise<Front> {
	const { certificate } = parts;
	const origins: string[] = [];
	const state = { seen: [] as SeenRequest[], refused: new Set<string>(), challenge: {}, instead: undefined };
	const serve = (index: number, audience: number, answer: Answerer): RequestListener => {
		return (request, response) => {
			const place = { parts, front, origin: origins[index] ?? "", audience: origins[audience] ?? "" };
			void guarded(place, request, response, answer);
		};
	};
	const servers = await Promise.all([
		listenTls(certificate, serve(0, 0, passOn)),
		listenTls(certificate, serve(1, 0, passOn)),
		listenTls(certificate, serve(2, 2, discover)),
	]);
	origins.push(...servers.map(({ origin }) => origin));
	const [origin = "", apiOrigin = "", discoveryOrigin = ""] = origins;
	const close = async (): Promise<void> => {
		await Promise.all(servers.map((server) => server.close()));
	};
	const front: Front = Object.assign(state, { origin, apiOrigin, discoveryOrigin, close });
	return front;
}

interface Place {
	readonly parts: FrontParts;
	readonly front: Front;
	readonly origin: string;
	readonly audience: string;
}

type Answerer = (place: Place, request: IncomingMessage) => Promise<HttpAnswer>;

async function guarded(
	place: Place,
	request: IncomingMessage,
	response: ServerResponse,
	answer: Answerer,
): Promise<void> {
	const { front, origin, audience, parts } = place;
	const { method = "", url = "", headers } = request;
	const [, token] = /^Bearer (\S+)$/.exec(headers.authorization ?? "") ?? [];
	const audiences = [audience, `${audience}/`];
	const problem =
		token === undefined
			? "missing"
			: front.refused.has(hashOf(token))
				? "expired"
				: problemOfToken(token, { ...parts.rules(), audiences });
	const instead = problem === undefined ? front.instead?.(method, url) : undefined;
	const given = problem !== undefined ? challenge(place) : instead !== undefined ? json(instead) : undefined;
	const { status, headers: sent, body } = given ?? (await answer(place, request));
	front.seen.push({
		method,
		url: `${origin}${url}`,
		status,
		...(token !== undefined && { token: hashOf(token) }),
		...(problem !== undefined && { refused: problem }),
	});
	const zip = /\bgzip\b/.test(String(headers["accept-encoding"])) && body.length > 0;
	const bytes = zip ? gzipSync(body) : body;
	response.writeHead(status, {
		...sent,
		"content-length": bytes.length,
		...(zip && { "content-encoding": "gzip" }),
	});
	response.end(bytes);
}

/** The form in which Dataverse says where to sign in: no quotes, the old endpoint, a slash behind the resource. */
function challenge({ front, parts, audience }: Place): HttpAnswer {
	const { authority = parts.authorizationUri(), resource = `${audience}/` } = front.challenge;
	return json({
		status: 401,
		headers: { "www-authenticate": `Bearer authorization_uri=${authority}, resource_id=${resource}` },
		body: { error: { code: "0x80040304", message: "The token is missing or is not good here." } },
	});
}

function json({ status, headers = {}, body }: Instead): HttpAnswer {
	const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
	const type = text === "" ? {} : { "content-type": "application/json; odata.metadata=minimal" };
	return { status, headers: { ...type, ...headers }, body: Buffer.from(text) };
}

const ownHeaders = new Set(["authorization", "host", "connection", "content-length", "accept-encoding"]);

/** Sends the request on to the sandbox, with the sandbox's token and its addresses in place of the front's. */
async function passOn({ parts, origin }: Place, request: IncomingMessage): Promise<HttpAnswer> {
	const { sandbox } = parts;
	const inner = (text: string): string => text.replaceAll(origin, sandbox.url);
	const outer = (text: string): string => text.replaceAll(sandbox.url, origin);
	const text = inner((await readAll(request)).toString("utf8"));
	const kept = Object.entries(request.headers).filter(([name]) => !ownHeaders.has(name));
	const sent: HttpRequest = {
		method: request.method ?? "GET",
		headers: {
			...Object.fromEntries(kept.map(([name, value]) => [name, inner(String(value))])),
			...(text !== "" && { "content-length": String(Buffer.byteLength(text)) }),
		},
		...(text !== "" && { body: text }),
	};
	const { status, headers, body } = await send(sandbox, request.url ?? "/", sent);
	const given = Object.entries(headers).filter(
		([name]) => !/^(connection|keep-alive|transfer-encoding|date)$/.test(name),
	);
	return {
		status,
		headers: Object.fromEntries(given.map(([name, value]) => [name, outer(String(value))])),
		body: Buffer.from(outer(body.toString("utf8"))),
	};
}

/** Global discovery that knows the one environment. */
function discover({ front, parts }: Place, request: IncomingMessage): Promise<HttpAnswer> {
	const known = (request.url ?? "").startsWith("/api/discovery/v2.0/Instances");
	const instance = {
		Id: "5c8e1a6e-0000-4000-8000-000000000001",
		UniqueName: "loopback",
		UrlName: "loopback",
		FriendlyName: "Loopback",
		State: 0,
		StatusMessage: 0,
		Version: "9.2.0.0",
		Url: `${front.origin}/`,
		ApiUrl: front.apiOrigin,
		LastUpdated: "2026-01-01T00:00:00Z",
		Region: "EMEA",
		EnvironmentId: "5c8e1a6e-0000-4000-8000-000000000002",
		OrganizationType: 13,
		TenantId: parts.tenant,
		DatacenterId: "5c8e1a6e-0000-4000-8000-000000000003",
		Purpose: null,
		TrialExpirationDate: null,
	};
	const root = `${front.discoveryOrigin}/api/discovery/v2.0/$metadata#Instances`;
	const found = { status: 200, body: { "@odata.context": root, value: [instance] } };
	return Promise.resolve(json(known ? found : { status: 404 }));
}

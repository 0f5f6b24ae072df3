import { randomUUID } from "node:crypto";
import { parseRequest } from "../../core/odata/parse.ts";
import type { Catalog } from "../../core/schema/catalog.ts";
import { answerBatch } from "../batch/answerBatch.ts";
import { createSandboxSchema } from "../schema/createSandboxSchema.ts";
import type { SandboxSchema } from "../schema/sandboxTable.ts";
import { createTableStore } from "../storage/createTableStore.ts";
import type { Database } from "../storage/database.ts";
import type { TableStore } from "../storage/tableStore.ts";
import { checkSyntax } from "./checkSyntax.ts";
import { errorResponse } from "./errorResponse.ts";
import { withFormBlanks } from "./formBlanks.ts";
import { finishResponse } from "./finishResponse.ts";
import { openSession } from "./openSession.ts";
import type { Preferences } from "./preferences.ts";
import type { Refusal } from "./refusal.ts";
import { readPreferences } from "./readPreferences.ts";
import { refusalOf } from "./refusalOf.ts";
import type { RequestContext } from "./requestContext.ts";
import { route } from "./route.ts";
import { mediaTypeNotSupported, notInSandboxYet, uriTooLong } from "./serviceRefusals.ts";
import type { ServiceRequest, ServiceResponse } from "./serviceRequest.ts";
import { serviceAddress } from "./serviceRoot.ts";

export interface ServiceOptions {
	readonly catalog: Catalog;
	readonly database: Database;
	/** Milliseconds since 1970; asked once for each request. */
	readonly clock: () => number;
	/** Is told what should never have happened; the request gets a well-formed error all the same. */
	readonly log: (error: unknown) => void;
	/** Called when a request is understood and before it is carried out; what it throws is the answer. */
	readonly beforeOperation?: (context: RequestContext) => void;
}

/** The Web API over one database. Synchronous: a request has run to its end when the next one begins. */
export interface Service {
	readonly schema: SandboxSchema;
	readonly store: TableStore;
	answer(request: ServiceRequest): ServiceResponse;
	/** What a handler is given for that request. Throws what makes the request one that no handler sees. */
	context(request: ServiceRequest): RequestContext;
}

/** Characters; a part of a batch may have the longer one. */
const longestUrl = 32_768;
const longestUrlInBatch = 65_536;

export function createService(options: ServiceOptions): Service {
	const { catalog, database, clock, log, beforeOperation } = options;
	const schema = createSandboxSchema(catalog);
	const store = createTableStore(database, schema);

	function context(request: ServiceRequest): RequestContext {
		const { root, rest } = serviceAddress(request.url);
		checkMediaType(request);
		const uri = parseRequest(withFormBlanks(rest));
		checkSyntax(uri);
		return {
			request,
			uri,
			session: openSession(request, { schema, database, store }, clock()),
			preferences: readPreferences(request.headers.get("prefer")),
			schema,
			database,
			store,
			root: originOf(request) + root,
		};
	}

	function operation(request: ServiceRequest): ServiceResponse {
		const understood = context(request);
		const handler = route(understood);
		beforeOperation?.(understood);
		return handler(understood);
	}

	/** Carries `work` out and turns all that is thrown into the service's error. */
	function guarded(
		request: ServiceRequest,
		limit: number,
		work: (preferences: Preferences) => ServiceResponse,
	): ServiceResponse {
		const preferences = readPreferences(request.headers.get("prefer"));
		try {
			if (request.url.length > limit) throw uriTooLong();
			return finishResponse(work(preferences), request, preferences);
		} catch (error) {
			return refuse(refusalOf(error, log), request);
		}
	}

	function refuse(refusal: Refusal, request: ServiceRequest): ServiceResponse {
		const preferences = readPreferences(request.headers.get("prefer"));
		return finishResponse(errorResponse(refusal, preferences, randomUUID()), request, undefined);
	}

	const answerPart = (request: ServiceRequest): ServiceResponse =>
		guarded(request, longestUrlInBatch, () => operation(request));

	return {
		schema,
		store,
		context,
		answer: (request) =>
			guarded(request, longestUrl, (preferences) =>
				isBatch(request) ? answerBatch(request, { preferences, database, answerPart, refuse }) : operation(request),
			),
	};
}

function isBatch({ url }: ServiceRequest): boolean {
	return /^\/api\/data\/v\d+\.\d+\/(?:\$|%24)batch(?:[?#]|$)/.test(url) && serviceAddress(url).root !== "";
}

/** The service takes JSON only. https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors */
function checkMediaType({ method, body, headers }: ServiceRequest): void {
	if (body === undefined || body.length === 0) return;
	const given = headers.get("content-type") ?? "application/octet-stream";
	const [mediaType = ""] = given.split(";");
	if (mediaType.trim().toLowerCase() === "application/json") return;
	// Bytes are what a file or an image is uploaded as.
	if (method === "PATCH" && headers.get("content-type") === "application/octet-stream")
		throw notInSandboxYet("Uploading a file");
	throw mediaTypeNotSupported(mediaType.trim());
}

/** The name under which the client knows the service. */
function originOf({ headers }: ServiceRequest): string {
	return `http://${headers.get("host") ?? "localhost"}`;
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { EdgeFault, Faults } from "../faults/faults.ts";
import { errorResponse } from "../service/errorResponse.ts";
import type { Refusal } from "../service/refusal.ts";
import { refusalOf } from "../service/refusalOf.ts";
import { uriTooLong } from "../service/serviceRefusals.ts";
import type { ServiceRequest, ServiceResponse } from "../service/serviceRequest.ts";
import { RateLimit } from "./rateLimit.ts";
import { isTooLarge, readBody } from "./readBody.ts";
import { sendResponse } from "./sendResponse.ts";
import { requestMalformed, requestTooSlow, tokenNeeded } from "./serverRefusals.ts";

export interface HttpServerParts {
	/** Throws the refusal of a request that may not pass. */
	readonly guard: (request: IncomingMessage) => void;
	readonly answer: (request: ServiceRequest) => ServiceResponse;
	readonly faults: Faults;
	/** Bytes that the body of such a request may have. */
	readonly bodyLimit: (url: string) => number;
	readonly log: (error: unknown) => void;
	/** A value no other answer has: `REQ_ID`. */
	readonly newId: () => string;
	readonly patience?: Patience;
}

/** How long a client may take, milliseconds. */
export interface Patience {
	readonly headers: number;
	readonly request: number;
	/** How often slow clients are looked for. */
	readonly look: number;
}

const usualPatience: Patience = { headers: 10_000, request: 60_000, look: 5_000 };

const settings = {
	/** Bytes of the request line and all headers; the URL's own limit is the service's. */
	maxHeaderSize: 98_304,
	/** The guard tells what is wrong with a missing one. */
	requireHostHeader: false,
	noDelay: true,
} as const;

/** HTTP around the service: limits, encodings, faults at the edge. It is not listening yet. */
export function createHttpServer(parts: HttpServerParts): Server {
	const rateLimit = new RateLimit();
	const { patience = usualPatience } = parts;
	const server = createServer({ ...settings, connectionsCheckingInterval: patience.look }, (request, response) => {
		// An aborted request has nobody left to tell, and a socket that breaks is no mistake of ours.
		response.on("error", () => undefined);
		request.on("error", () => undefined);
		handle(request, response, parts, rateLimit).catch((error: unknown) => {
			parts.log(error);
			response.destroy();
		});
	});
	// Who sends slowly, or opens connections and sends nothing, loses them; nobody else waits for that.
	server.headersTimeout = patience.headers;
	server.requestTimeout = patience.request;
	server.keepAliveTimeout = 30_000;
	server.timeout = 120_000;
	server.on("checkContinue", (request, response) => {
		if (!isTooLarge(request, parts.bodyLimit(request.url ?? ""))) response.writeContinue();
		server.emit("request", request, response);
	});
	server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
		answerBroken(error, socket, parts.newId());
	});
	return server;
}

async function handle(
	request: IncomingMessage,
	response: ServerResponse,
	parts: HttpServerParts,
	rateLimit: RateLimit,
): Promise<void> {
	const { method = "GET", url = "/", headers } = request;
	let fault: EdgeFault | undefined;
	let answered: ServiceResponse;
	try {
		parts.guard(request);
		const body = await readBody(request, parts.bodyLimit(url));
		fault = parts.faults.edge(method, url);
		if (fault.delayMs > 0) await delay(fault.delayMs);
		if (fault.expired) throw tokenNeeded(`http://${headers.host ?? ""}`);
		if (fault.reset === "before") {
			request.socket.resetAndDestroy();
			return;
		}
		if (fault.refusal !== undefined) throw fault.refusal;
		answered = parts.answer({ method, url, headers: headerMap(request), ...(body !== undefined && { body }) });
	} catch (error) {
		// Who has gone gets no answer, and is no mistake of ours.
		if (request.socket.destroyed) return;
		answered = errorResponse(refusalOf(error, parts.log), undefined, parts.newId());
	}
	if (fault?.reset === "after") {
		request.socket.resetAndDestroy();
		return;
	}
	sendResponse(rateLimit.added(answered), response, headers["accept-encoding"], fault?.cut);
}

function headerMap({ headers }: IncomingMessage): ReadonlyMap<string, string> {
	const map = new Map<string, string>();
	for (const [name, value] of Object.entries(headers))
		if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
	return map;
}

/** What is no request, or does not end, gets its error too, as far as the socket still takes it. */
function answerBroken(error: NodeJS.ErrnoException, socket: Duplex, requestId: string): void {
	if (error.code === "ECONNRESET" || !socket.writable) {
		socket.destroy();
		return;
	}
	const { status, headers, body } = errorResponse(brokenRefusal(error.code), undefined, requestId);
	const text = typeof body === "string" ? body : "";
	const lines = [...headers, ["content-length", String(Buffer.byteLength(text))], ["connection", "close"]];
	const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
	socket.end(`HTTP/1.1 ${status} \r\n${head}\r\n${text}`);
}

function brokenRefusal(code: string | undefined): Refusal {
	if (code === "HPE_HEADER_OVERFLOW") return uriTooLong();
	return code === "ERR_HTTP_REQUEST_TIMEOUT" ? requestTooSlow() : requestMalformed();
}

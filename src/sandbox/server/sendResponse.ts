import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { ServiceResponse } from "../service/serviceRequest.ts";

/** Smaller bodies gain nothing from compression. */
const worthCompressing = 1024;

/**
 * Sends an answer. Compressed where the client takes gzip, at the fastest level: nobody is far away.
 *
 * @param acceptEncoding of the request.
 * @param cut bytes of the body after which the connection breaks: a fault on demand.
 */
export function sendResponse(
	{ status, headers, body, gzipped }: ServiceResponse,
	response: ServerResponse,
	acceptEncoding: string | undefined,
	cut?: number,
): void {
	for (const [name, value] of headers) response.setHeader(name, value);
	response.statusCode = status;
	if (body === undefined || status === 204 || status === 304) {
		response.end();
		return;
	}
	let bytes: Uint8Array = typeof body === "string" ? Buffer.from(body, "utf8") : body;
	if (bytes.length >= worthCompressing) {
		response.setHeader("vary", "Accept-Encoding");
		if (takesGzip(acceptEncoding)) {
			bytes = gzipped ?? gzipSync(bytes, { level: 1 });
			response.setHeader("content-encoding", "gzip");
		}
	}
	response.setHeader("content-length", bytes.length);
	if (cut === undefined || cut >= bytes.length) {
		response.end(bytes);
		return;
	}
	response.write(bytes.subarray(0, cut), () => {
		response.socket?.resetAndDestroy();
	});
	response.flushHeaders();
}

/** `gzip;q=0` says no. */
function takesGzip(acceptEncoding: string | undefined): boolean {
	return acceptEncoding !== undefined && /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?:1|0?\.0*[1-9])|,|$)/.test(acceptEncoding);
}

import { parseFaults } from "../faults/parseFaults.ts";
import type { Faults } from "../faults/faults.ts";
import { jsonType } from "../service/errorResponse.ts";
import { methodNotSupported } from "../service/serviceRefusals.ts";
import type { ServiceRequest, ServiceResponse } from "../service/serviceRequest.ts";
import type { Announcement } from "./announcement.ts";
import { controlNotFound, controlRefused } from "./serverRefusals.ts";

/** What the owner of the token can do with the sandbox besides speaking the Web API. All under `/sandbox/`. */
export type ControlRoute = (request: ServiceRequest) => ServiceResponse;

/** Path below `/sandbox/` -> method -> route. */
export type ControlRoutes = Readonly<Record<string, Readonly<Record<string, ControlRoute>>>>;

export const controlPrefix = "/sandbox/";

export function answerControl(request: ServiceRequest, routes: ControlRoutes): ServiceResponse {
	const path = request.url.slice(controlPrefix.length).replace(/[?#].*$/s, "");
	const methods = Object.hasOwn(routes, path) ? routes[path] : undefined;
	if (methods === undefined) throw controlNotFound(request.url);
	const route = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
	if (route === undefined) throw methodNotSupported(request.method);
	return route(request);
}

/** `status`: which server this is. */
export function statusRoutes(status: Omit<Announcement, "token"> & { readonly file?: string }): ControlRoutes {
	return { status: { GET: () => jsonAnswer(status) } };
}

/** `stop`: POST ends the server once this answer is on its way. */
export function stopRoutes(stop: () => void): ControlRoutes {
	return {
		stop: {
			POST: () => {
				setImmediate(stop);
				return jsonAnswer({});
			},
		},
	};
}

/** `faults`: PUT sets a specification (text), GET reads the counts, DELETE clears. */
export function faultRoutes(faults: Faults): ControlRoutes {
	const counts = (): ServiceResponse => jsonAnswer({ faults: faults.counts() });
	return {
		faults: {
			GET: counts,
			PUT: ({ body }) => {
				const parsed = parseFaults(Buffer.from(body ?? []).toString("utf8"));
				if (!parsed.ok) throw controlRefused(parsed.problem);
				faults.set(parsed.rules);
				return counts();
			},
			DELETE: () => {
				faults.set([]);
				return counts();
			},
		},
	};
}

export function jsonAnswer(value: unknown): ServiceResponse {
	return { status: 200, headers: new Map([["content-type", jsonType]]), body: JSON.stringify(value) };
}

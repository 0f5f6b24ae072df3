import { closeSync, openSync, readSync, statSync, writeSync } from "node:fs";
import { importProblem } from "../../words/sandboxTransfer.ts";
import type { ServiceRequest, ServiceResponse } from "../service/serviceRequest.ts";
import { transferPiece } from "../transfer/transferFormat.ts";
import { type ControlRoute, type ControlRoutes, jsonAnswer } from "./control.ts";
import type { SandboxData } from "./sandboxData.ts";
import { controlBodyWrong, controlRefused } from "./serverRefusals.ts";
import type { Spool } from "./spool.ts";

/**
 * `export`: POST `{"tables": ["account"]}` (or `{}` for all) writes a file and answers `{id, bytes, rows}`; GET
 * `?id=&offset=` reads it in pieces; DELETE `?id=` forgets it. `import`: POST begins one and answers `{id}`; PUT
 * `?id=&offset=` brings a piece; PUT `?id=&name=` without a body takes the file in and forgets it.
 */
export function transferRoutes(data: SandboxData, spool: Spool): ControlRoutes {
	const forget: ControlRoute = (request) => {
		spool.remove(parameter(request, "id"));
		return jsonAnswer({});
	};
	return {
		export: {
			POST: (request) => {
				const { id, path } = spool.create();
				const rows = data.exportTo(path, tablesWanted(request));
				return jsonAnswer({ id, bytes: statSync(path).size, rows });
			},
			GET: (request) => pieceOf(pathOf(spool, request), Number(parameter(request, "offset"))),
			DELETE: forget,
		},
		import: {
			POST: () => jsonAnswer({ id: spool.create().id }),
			PUT: (request) => {
				const path = pathOf(spool, request);
				if (request.body !== undefined) {
					addPiece(path, Number(parameter(request, "offset")), request.body);
					return jsonAnswer({});
				}
				try {
					return jsonAnswer({ rows: takeIn(data, path, parameter(request, "name")) });
				} finally {
					spool.remove(parameter(request, "id"));
				}
			},
			DELETE: forget,
		},
	};
}

function takeIn(data: SandboxData, path: string, name: string): number {
	const outcome = data.importFrom(path);
	if (!outcome.ok) throw controlRefused(importProblem(outcome.problem, name));
	return outcome.rows;
}

function pieceOf(path: string, offset: number): ServiceResponse {
	const body = Buffer.alloc(transferPiece);
	const file = openSync(path, "r");
	try {
		const read = readSync(file, body, 0, body.length, offset);
		return {
			status: 200,
			headers: new Map([["content-type", "application/octet-stream"]]),
			body: body.subarray(0, read),
		};
	} finally {
		closeSync(file);
	}
}

function addPiece(path: string, offset: number, bytes: Uint8Array): void {
	const file = openSync(path, "r+");
	try {
		for (let written = 0; written < bytes.length;) {
			written += writeSync(file, bytes, written, bytes.length - written, offset + written);
		}
	} finally {
		closeSync(file);
	}
}

function pathOf(spool: Spool, request: ServiceRequest): string {
	const path = spool.path(parameter(request, "id"));
	const offset = Number(parameter(request, "offset"));
	if (path === undefined || !Number.isSafeInteger(offset) || offset < 0) throw controlBodyWrong("?id=&offset=");
	return path;
}

function tablesWanted({ body }: ServiceRequest): ReadonlySet<string> | undefined {
	try {
		const read = JSON.parse(Buffer.from(body ?? []).toString("utf8")) as { readonly tables?: unknown };
		if (read.tables === undefined) return undefined;
		if (Array.isArray(read.tables) && read.tables.every((name) => typeof name === "string"))
			return new Set(read.tables);
	} catch {
		// What is no JSON is refused like what is no list.
	}
	throw controlBodyWrong('{"tables": ["account"]}');
}

const parameter = ({ url }: ServiceRequest, name: string): string =>
	new URLSearchParams(/\?(.*)$/s.exec(url)?.[1] ?? "").get(name) ?? "";

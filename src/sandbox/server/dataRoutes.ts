import type { ServiceRequest } from "../service/serviceRequest.ts";
import { type ControlRoutes, jsonAnswer } from "./control.ts";
import type { SandboxData } from "./sandboxData.ts";
import { controlBodyWrong } from "./serverRefusals.ts";

const mostRows = 10_000_000;

/** `tables`: GET counts rows. `rows`: POST `{"rows": 1000, "seed": 1}` adds sample rows. `reset`: POST removes all but what every sandbox has. */
export function dataRoutes(data: SandboxData): ControlRoutes {
	return {
		tables: { GET: () => jsonAnswer({ tables: data.tables() }) },
		rows: {
			POST: (request) => {
				const { rows, seed } = rowsWanted(request);
				return jsonAnswer({ added: data.addRows(rows, seed) });
			},
		},
		reset: {
			POST: () => {
				data.reset();
				return jsonAnswer({});
			},
		},
	};
}

function rowsWanted({ body }: ServiceRequest): { readonly rows: number; readonly seed: number } {
	const { rows, seed = 0 } = objectIn(body);
	if (!isWhole(rows) || !isWhole(seed) || rows < 1 || rows > mostRows) {
		throw controlBodyWrong(`{"rows": 1 to ${mostRows}, "seed": whole number}`);
	}
	return { rows, seed };
}

function objectIn(body: Uint8Array | undefined): Readonly<Record<string, unknown>> {
	try {
		const read: unknown = JSON.parse(Buffer.from(body ?? []).toString("utf8"));
		return typeof read === "object" && read !== null ? { ...read } : {};
	} catch {
		return {};
	}
}

function isWhole(value: unknown): value is number {
	return Number.isSafeInteger(value);
}

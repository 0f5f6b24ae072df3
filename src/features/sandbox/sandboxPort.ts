import type { StoredShape } from "../../host/storedState.ts";

/** The port of the last start. It is asked for again, so that addresses in people's files go on working. */
export const storedPort: StoredShape<number> = {
	key: "sandbox.port",
	version: 1,
	empty: 0,
	parse: (data) => (typeof data === "number" && Number.isInteger(data) && data > 0 && data < 65_536 ? data : undefined),
};

/** 0 where the address has none. */
export function portOf(url: string): number {
	return Number(new URL(url).port);
}

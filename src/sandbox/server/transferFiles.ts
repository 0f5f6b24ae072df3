/** The client's side of server/transferRoutes.ts: files of the machine, in pieces, without stopping the caller. */
import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename } from "node:path";
import { transferPiece } from "../transfer/transferFormat.ts";

/** Sends to a control route: JSON or bytes come back. Rejects with the sandbox's sentence. */
export interface TransferChannel {
	json(method: string, route: string, body?: string | Uint8Array): Promise<unknown>;
	bytes(method: string, route: string): Promise<Uint8Array>;
}

export interface TransferOptions {
	/** Logical names; absent for the whole sandbox. */
	readonly tables?: readonly string[];
	/** Told after each piece, in bytes. */
	readonly progress?: (done: number, all: number) => void;
	readonly signal?: AbortSignal;
}

/** Exports to a file, which holds either what it held or all of the export. Answers how many rows. */
export async function exportTo(channel: TransferChannel, path: string, options: TransferOptions): Promise<number> {
	const { tables, progress, signal } = options;
	const started = await channel.json("POST", "export", JSON.stringify({ tables }));
	const { id, bytes, rows } = started as { readonly id: string; readonly bytes: number; readonly rows: number };
	const beside = `${path}.${randomUUID()}.tmp`;
	try {
		const file = await open(beside, "wx");
		try {
			for (let done = 0; done < bytes;) {
				signal?.throwIfAborted();
				const piece = await channel.bytes("GET", `export?id=${id}&offset=${done}`);
				await file.writeFile(piece);
				done += piece.length;
				progress?.(done, bytes);
			}
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(beside, path);
		return rows;
	} finally {
		await rm(beside, { force: true });
		await channel.json("DELETE", `export?id=${id}`);
	}
}

/** Imports a file. All of it or nothing; rejects with what is wrong with it. Answers how many rows. */
export async function importFrom(channel: TransferChannel, path: string, options: TransferOptions): Promise<number> {
	const { progress, signal } = options;
	const { id } = (await channel.json("POST", "import")) as { readonly id: string };
	try {
		const file = await open(path, "r");
		try {
			const { size } = await file.stat();
			const buffer = Buffer.alloc(transferPiece);
			for (let done = 0; ;) {
				signal?.throwIfAborted();
				const { bytesRead } = await file.read(buffer, 0, buffer.length, done);
				if (bytesRead === 0) break;
				await channel.json("PUT", `import?id=${id}&offset=${done}`, buffer.subarray(0, bytesRead));
				done += bytesRead;
				progress?.(done, size);
			}
		} finally {
			await file.close();
		}
		const name = encodeURIComponent(basename(path));
		const { rows } = (await channel.json("PUT", `import?id=${id}&name=${name}`)) as { readonly rows: number };
		return rows;
	} finally {
		await channel.json("DELETE", `import?id=${id}`);
	}
}

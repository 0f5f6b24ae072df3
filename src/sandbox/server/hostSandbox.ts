import { randomBytes, randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { Catalog } from "../../core/schema/catalog.ts";
import { openBundleFile } from "../../disk/openBundle.ts";
import { systemCode } from "../../disk/systemCode.ts";
import { bundleProblemMessage } from "../../words/bundleProblem.ts";
import type { Message } from "../../words/message.ts";
import { fileUnusable, portTaken } from "../../words/sandboxStart.ts";
import type { FaultRule } from "../faults/faultRule.ts";
import { Faults } from "../faults/faults.ts";
import { parseFaults } from "../faults/parseFaults.ts";
import type { Database } from "../storage/database.ts";
import { openDatabase } from "../storage/openDatabase.ts";
import { announcementPath, removeAnnouncement, writeAnnouncement } from "./announcement.ts";
import { answerControl, controlPrefix, type ControlRoutes, faultRoutes, statusRoutes, stopRoutes } from "./control.ts";
import { dataRoutes } from "./dataRoutes.ts";
import { Guard } from "./guard.ts";
import { createHttpServer } from "./httpServer.ts";
import { listen, portOf, stopListening } from "./listen.ts";
import { SandboxData } from "./sandboxData.ts";
import type { SandboxOptions, StartProblem } from "./sandboxOptions.ts";
import { Spool } from "./spool.ts";
import { transferRoutes } from "./transferRoutes.ts";

/** A server with its database, both of this thread. */
export interface HostedSandbox {
	readonly url: string;
	readonly token: string;
	/** When it has ended: by `close`, or because a client asked for it. */
	readonly ended: Promise<void>;
	/** Lets requests under way end, then gives the file back. */
	close(): Promise<void>;
}

export type Hosting =
	| { readonly ok: true; readonly sandbox: HostedSandbox }
	| { readonly ok: false; readonly problem: StartProblem; readonly message: Message };

export type Log = (error: unknown) => void;

/** Opens the database, makes the service and listens on 127.0.0.1. Nothing is left behind where one of it fails. */
export async function hostSandbox(options: SandboxOptions, log: Log): Promise<Hosting> {
	const parsed = parseFaults(options.fault ?? "");
	if (!parsed.ok) return { ok: false, problem: "fault", message: parsed.problem };
	const bundle = openBundleFile(options.bundle, log);
	if (!bundle.ok) {
		return { ok: false, problem: "schema", message: bundleProblemMessage(bundle.problem, options.bundle) };
	}
	const opened = openDatabase(options.file);
	if (!opened.ok) {
		bundle.close();
		return opened;
	}
	const { database, isNew } = opened;
	const release = (): void => {
		database.close();
		bundle.close();
	};
	try {
		const hosting = await serve({
			options,
			log,
			catalog: bundle.catalog,
			database,
			isNew,
			rules: parsed.rules,
			release,
		});
		if (!hosting.ok) release();
		return hosting;
	} catch (error) {
		release();
		throw error;
	}
}

interface Opened {
	readonly options: SandboxOptions;
	readonly log: Log;
	readonly catalog: Catalog;
	readonly database: Database;
	readonly isNew: boolean;
	readonly rules: readonly FaultRule[];
	readonly release: () => void;
}

async function serve({ options, log, catalog, database, isNew, rules, release }: Opened): Promise<Hosting> {
	const { file, port = 0, rows = 0, seed = 0 } = options;
	const faults = new Faults(seed, rules);
	const makeData = (): SandboxData =>
		new SandboxData({
			catalog,
			database,
			clock: Date.now,
			log,
			beforeOperation: (context) => {
				faults.operation(context);
			},
		});
	const makeFirst = (): SandboxData => {
		const made = makeData();
		if (rows > 0) made.addRows(rows, seed);
		return made;
	};
	// All at once: a process that is killed meanwhile leaves a file that is still new, and not one without its rows.
	const data = isNew ? database.transaction(makeFirst) : makeData();
	const spool = new Spool();
	const token = randomBytes(32).toString("base64url");
	const instance = randomUUID();
	let routes: ControlRoutes = {};
	const server = httpServerOver(data, faults, token, () => routes, log);
	const listening = await listen(server, port);
	if (!listening.ok) return { ok: false, problem: "port", message: portTaken(port, listening.reason) };
	// Too many connections for the system, say: those fail, the server goes on.
	server.on("error", log);
	const url = `http://127.0.0.1:${listening.port}`;
	const status = { version: 1, instance, url, pid: process.pid } as const;
	let tellEnd: () => void;
	const ended = new Promise<void>((resolve) => {
		tellEnd = resolve;
	});
	const end = async (): Promise<void> => {
		await stopListening(server);
		if (file !== undefined) removeAnnouncement(file);
		spool.close();
		release();
		tellEnd();
	};
	let closing: Promise<void> | undefined;
	const close = (): Promise<void> => (closing ??= end());
	routes = {
		...statusRoutes({ ...status, ...(file !== undefined && { file }) }),
		...faultRoutes(faults),
		...dataRoutes(data),
		...transferRoutes(data, spool),
		...stopRoutes(() => {
			void close();
		}),
	};
	try {
		if (file !== undefined) writeAnnouncement(file, { ...status, token });
	} catch (error) {
		await stopListening(server);
		const path = announcementPath(file ?? "");
		return { ok: false, problem: "unusable", message: fileUnusable(path, systemCode(error)) };
	}
	return { ok: true, sandbox: { url, token, ended, close } };
}

/** Bytes of a request's body. An import comes in smaller pieces. */
const largestBody = 32 * 1024 * 1024;

function httpServerOver(
	data: SandboxData,
	faults: Faults,
	token: string,
	routes: () => ControlRoutes,
	log: Log,
): Server {
	let guard: Guard | undefined;
	const server = createHttpServer({
		guard: (request) => {
			guard ??= new Guard(portOf(server), token);
			guard.check(request.headers);
		},
		answer: (request) =>
			request.url.startsWith(controlPrefix) ? answerControl(request, routes()) : data.service.answer(request),
		faults,
		bodyLimit: () => largestBody,
		log,
		newId: randomUUID,
	});
	return server;
}

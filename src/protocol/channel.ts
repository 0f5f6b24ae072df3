/**
 * Calls between the extension and a webview over whatever carries plain data. Both sides hold one `Channel`; the type
 * map of the webview tells each side what it may call and what it has to answer.
 *
 * A call settles once: with the result, with the error that the handler of the other side threw, or with an error when
 * this side is disposed. There is no time limit, so do not call a side that may be gone without disposing.
 */

/** Name -> what goes in and what comes out. Both must survive JSON. */
export type Calls<M> = { readonly [K in keyof M]: { readonly params: unknown; readonly result: unknown } };

/** One handler for every call: a missing one does not compile. */
export type Handlers<M extends Calls<M>> = {
	readonly [K in keyof M]: (params: M[K]["params"]) => M[K]["result"] | Promise<M[K]["result"]>;
};

/** What carries messages. `listen` returns how to stop listening. */
export interface Port {
	post(message: unknown): void;
	listen(listener: (message: unknown) => void): () => void;
}

interface Pending {
	readonly resolve: (result: unknown) => void;
	readonly reject: (reason: Error) => void;
}

type Wire =
	| { readonly kind: "call"; readonly id: number; readonly name: string; readonly params: unknown }
	| { readonly kind: "result"; readonly id: number; readonly result: unknown }
	| { readonly kind: "error"; readonly id: number; readonly error: string };

/** `Mine` is what this side answers, `Theirs` what it may call. */
export class Channel<Mine extends Calls<Mine>, Theirs extends Calls<Theirs>> {
	readonly #port: Port;
	readonly #handlers: Handlers<Mine>;
	readonly #pending = new Map<number, Pending>();
	readonly #stop: () => void;
	#nextId = 1;
	#disposed = false;

	constructor(port: Port, handlers: Handlers<Mine>) {
		this.#port = port;
		this.#handlers = handlers;
		this.#stop = port.listen((message) => {
			if (isWire(message)) this.#receive(message);
		});
	}

	/** Asks the other side. Rejects where its handler throws, where it has none, and when this side is disposed. */
	call<K extends keyof Theirs & string>(name: K, params: Theirs[K]["params"]): Promise<Theirs[K]["result"]> {
		if (this.#disposed) return Promise.reject(closedError());
		const id = this.#nextId++;
		return new Promise<unknown>((resolve, reject) => {
			this.#pending.set(id, { resolve, reject });
			this.#post({ kind: "call", id, name, params });
		});
	}

	/** Stops listening and rejects what is pending. Answers that come out later are not sent. */
	dispose(): void {
		if (this.#disposed) return;
		this.#disposed = true;
		this.#stop();
		for (const { reject } of this.#pending.values()) reject(closedError());
		this.#pending.clear();
	}

	#post(message: Wire): void {
		if (!this.#disposed) this.#port.post(message);
	}

	#receive(message: Wire): void {
		if (message.kind === "call") {
			void this.#answer(message.id, message.name, message.params);
			return;
		}
		const pending = this.#pending.get(message.id);
		this.#pending.delete(message.id);
		if (message.kind === "result") pending?.resolve(message.result);
		else pending?.reject(new Error(message.error));
	}

	async #answer(id: number, name: string, params: unknown): Promise<void> {
		try {
			this.#post({ kind: "result", id, result: await this.#handle(name, params) });
		} catch (error) {
			this.#post({ kind: "error", id, error: error instanceof Error ? error.message : String(error) });
		}
	}

	#handle(name: string, params: unknown): unknown {
		if (!Object.hasOwn(this.#handlers, name)) throw new Error(`No handler for "${name}".`);
		// The other side was compiled against the same map, so name and params belong together.
		const handler = this.#handlers[name as keyof Mine];
		return handler(params);
	}
}

function closedError(): Error {
	return new Error("The page was closed before the answer came.");
}

/** VS Code and browser extensions post messages of their own into webviews: those are passed over. */
function isWire(message: unknown): message is Wire {
	if (typeof message !== "object" || message === null) return false;
	const { kind, id } = message as { readonly kind?: unknown; readonly id?: unknown };
	return typeof id === "number" && (kind === "call" || kind === "result" || kind === "error");
}

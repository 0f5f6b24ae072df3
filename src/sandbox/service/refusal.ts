import { english, type Message } from "../../words/message.ts";

/**
 * What the service answers instead of a result: status, Dataverse error code and sentence. Thrown, and caught where one
 * request is answered (one part of a batch is one request), because a refusal has to unwind the transaction around it.
 * Each kind of refusal has one factory; nothing else makes one.
 */
export class Refusal extends Error {
	/** HTTP status. */
	readonly status: number;
	/** As the service writes it: "0x80060888"; may be empty. */
	readonly code: string;
	/** Headers that go with the refusal, names in lower case: "retry-after", "www-authenticate". */
	readonly headers: Readonly<Record<string, string>>;

	constructor(status: number, code: string, text: Message, headers: Readonly<Record<string, string>> = {}) {
		super(english(text));
		this.name = "Refusal";
		this.status = status;
		this.code = code;
		this.headers = headers;
	}
}

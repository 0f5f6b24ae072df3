import { type Event, type LogLevel, type LogOutputChannel, type ViewColumn, window } from "vscode";
import { Redactor } from "../core/base/redact.ts";
import { loggedText } from "./loggedText.ts";

/** The one log of the extension. Nothing secret gets into it: everything passes a redactor on its way. */
export interface Log extends LogOutputChannel {
	/** Takes a secret without a known form (a client secret, the sandbox's token) out of all that is logged from now on. */
	remember(secret: string): void;
	/** A text as the log would write it, for what is copied or shown elsewhere. */
	redact(text: string): string;
}

export function createLog(): Log {
	return new RedactedLog(window.createOutputChannel("Dataverse Workbench", { log: true }));
}

/** An output channel through which no secret passes, whatever it is given. */
export class RedactedLog implements Log {
	readonly #channel: LogOutputChannel;
	readonly #redactor = new Redactor();
	readonly name: string;
	readonly onDidChangeLogLevel: Event<LogLevel>;

	constructor(channel: LogOutputChannel) {
		this.#channel = channel;
		this.name = channel.name;
		this.onDidChangeLogLevel = channel.onDidChangeLogLevel;
	}

	get logLevel(): LogLevel {
		return this.#channel.logLevel;
	}

	remember(secret: string): void {
		this.#redactor.remember(secret);
	}

	redact(text: string): string {
		return this.#redactor.redact(text);
	}

	trace(message: string, ...details: readonly unknown[]): void {
		this.#channel.trace(this.#line(message, details));
	}

	debug(message: string, ...details: readonly unknown[]): void {
		this.#channel.debug(this.#line(message, details));
	}

	info(message: string, ...details: readonly unknown[]): void {
		this.#channel.info(this.#line(message, details));
	}

	warn(message: string, ...details: readonly unknown[]): void {
		this.#channel.warn(this.#line(message, details));
	}

	error(error: string | Error, ...details: readonly unknown[]): void {
		this.#channel.error(this.#line(error, details));
	}

	append(text: string): void {
		this.#channel.append(this.redact(text));
	}

	appendLine(text: string): void {
		this.#channel.appendLine(this.redact(text));
	}

	replace(text: string): void {
		this.#channel.replace(this.redact(text));
	}

	clear(): void {
		this.#channel.clear();
	}

	show(columnOrPreserveFocus?: ViewColumn | boolean, preserveFocus?: boolean): void {
		this.#channel.show(typeof columnOrPreserveFocus === "boolean" ? columnOrPreserveFocus : preserveFocus);
	}

	hide(): void {
		this.#channel.hide();
	}

	dispose(): void {
		this.#channel.dispose();
	}

	/** One text, put together before it is redacted: a secret may begin in one part and end in the next. */
	#line(message: unknown, details: readonly unknown[]): string {
		return this.redact([message, ...details].map((part) => loggedText(part)).join(" "));
	}
}

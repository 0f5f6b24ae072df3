import { ownValue } from "../../base/ownValue.ts";
import type { NetworkProblem } from "../clientProblem.ts";

/** Why no answer came. */
export interface NetworkFailure {
	readonly cause: NetworkProblem["cause"];
	/** False where it is certain that nothing of the request reached the service. */
	readonly sent: boolean;
	/** False where the next attempt would meet the same. */
	readonly passing: boolean;
}

/** Before a connection was there. https://nodejs.org/api/errors.html, https://github.com/nodejs/undici (docs/api/Errors.md) */
const beforeSending: Readonly<Record<string, NetworkProblem["cause"]>> = {
	ECONNREFUSED: "refused",
	ENOTFOUND: "nameNotFound",
	EAI_AGAIN: "offline",
	ENETUNREACH: "offline",
	ENETDOWN: "offline",
	EHOSTUNREACH: "offline",
	EHOSTDOWN: "offline",
	EADDRNOTAVAIL: "offline",
	UND_ERR_CONNECT_TIMEOUT: "timedOut",
};

const whileUnderWay: Readonly<Record<string, NetworkProblem["cause"]>> = {
	ECONNRESET: "reset",
	ECONNABORTED: "reset",
	EPIPE: "reset",
	UND_ERR_SOCKET: "reset",
	UND_ERR_CLOSED: "reset",
	UND_ERR_DESTROYED: "reset",
	ETIMEDOUT: "timedOut",
	UND_ERR_HEADERS_TIMEOUT: "timedOut",
	UND_ERR_BODY_TIMEOUT: "timedOut",
};

/** Codes of OpenSSL and Node for certificates: CERT_HAS_EXPIRED, DEPTH_ZERO_SELF_SIGNED_CERT, ERR_TLS_CERT_ALTNAME_INVALID. */
const certificate = /CERT|SELF_SIGNED|^UNABLE_TO_|CRL_|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED/;

/** Codes of OpenSSL for a connection that did not come about. Others may come at any time of it, behind a request. */
const handshake =
	/^ERR_(?:SSL|TLS)_.*(?:WRONG_VERSION|HANDSHAKE|PROTOCOL|VERSION_TOO|NO_SHARED_CIPHER|UNKNOWN_CA|UNRECOGNIZED_NAME|KEY_TOO_SMALL|INSUFFICIENT_SECURITY|INAPPROPRIATE_FALLBACK|LEGACY_RENEGOTIATION)/;

interface Thrown {
	readonly code?: string | undefined;
	readonly syscall?: string | undefined;
	readonly message: string;
}

/**
 * What an error of the platform's `fetch` means. Node puts the reason into `cause`, and that may have another one below it
 * (a proxy's refusal); where several addresses were tried, the error of the first tells. What is not known counts as sent.
 * For a proxy's 407 without a tunnel `fetch` has a cause that says nothing: https://github.com/nodejs/help/issues/4344
 */
export function networkFailure(error: unknown): NetworkFailure {
	const chain = causes(error);
	const codes = chain.flatMap(({ code }) => (code === undefined ? [] : [code]));
	if (codes.some((code) => certificate.test(code))) return { cause: "certificate", sent: false, passing: false };
	if (chain.some(isProxy)) return { cause: "proxy", sent: false, passing: false };
	const tls = codes.find((code) => /^ERR_(?:SSL|TLS)_/.test(code));
	if (tls !== undefined) return { cause: "other", sent: !handshake.test(tls), passing: false };
	for (const thrown of chain) {
		const early = ownValue(beforeSending, thrown.code);
		if (early !== undefined) return { cause: early, sent: false, passing: true };
		const late = ownValue(whileUnderWay, thrown.code);
		if (late !== undefined) return { cause: late, sent: !isConnecting(thrown), passing: true };
	}
	const isSilent = codes.length === 0 && chain.at(-1)?.message === "";
	return { cause: isSilent ? "proxy" : "other", sent: true, passing: !isSilent };
}

/** TCP or TLS was not done yet, so no byte of the request had left. */
function isConnecting({ syscall, message }: Thrown): boolean {
	return syscall === "connect" || message.includes("before secure TLS connection was established");
}

/** A proxy that refuses the tunnel, or cannot be spoken to with TLS. */
function isProxy({ code, message }: Thrown): boolean {
	return code === "UND_ERR_PRX_TLS" || /^Proxy response \(\d+\)/.test(message);
}

/** The error itself is no cause: "fetch failed". At most five deep, because a cause may be its own. */
function causes(error: unknown): readonly Thrown[] {
	const found: Thrown[] = [];
	let current = error;
	for (let depth = 0; depth < 5 && isError(current); depth += 1) {
		const { code, syscall, message, cause } = current;
		const isWrapper = cause !== undefined && code === undefined;
		if (!isWrapper) found.push({ code: text(code), syscall: text(syscall), message: text(message) ?? "" });
		current = cause;
	}
	return found;
}

interface ErrorParts {
	readonly code?: unknown;
	readonly syscall?: unknown;
	readonly message?: unknown;
	readonly cause?: unknown;
}

function isError(value: unknown): value is ErrorParts {
	return typeof value === "object" && value !== null;
}

function text(value: unknown): string | undefined {
	return typeof value === "string" ? value : undefined;
}

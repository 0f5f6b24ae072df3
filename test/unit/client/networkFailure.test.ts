import assert from "node:assert/strict";
import { networkFailure, type NetworkFailure } from "../../../src/core/client/exchange/networkFailure.ts";
import { fetchFailed } from "../../support/client/scriptedFetch.ts";

const before = (cause: NetworkFailure["cause"]): NetworkFailure => ({ cause, sent: false, passing: true });
const during = (cause: NetworkFailure["cause"]): NetworkFailure => ({ cause, sent: true, passing: true });
const never = (cause: NetworkFailure["cause"]): NetworkFailure => ({ cause, sent: false, passing: false });

/** By code and what else the cause has. Those that sockets can show are shown in test/integration/client as well. */
const cases: readonly (readonly [code: string, more: Readonly<Record<string, unknown>>, NetworkFailure])[] = [
	["ECONNREFUSED", { syscall: "connect" }, before("refused")],
	["ENOTFOUND", { syscall: "getaddrinfo" }, before("nameNotFound")],
	["EAI_AGAIN", { syscall: "getaddrinfo" }, before("offline")],
	["ENETUNREACH", { syscall: "connect" }, before("offline")],
	["EHOSTUNREACH", { syscall: "connect" }, before("offline")],
	["UND_ERR_CONNECT_TIMEOUT", {}, before("timedOut")],
	["ETIMEDOUT", { syscall: "connect" }, before("timedOut")],
	["ETIMEDOUT", { syscall: "read" }, during("timedOut")],
	["ECONNRESET", { syscall: "connect" }, before("reset")],
	["ECONNRESET", { syscall: "read" }, during("reset")],
	["ECONNRESET", {}, during("reset")],
	["EPIPE", { syscall: "write" }, during("reset")],
	["UND_ERR_SOCKET", { message: "other side closed" }, during("reset")],
	["UND_ERR_HEADERS_TIMEOUT", {}, during("timedOut")],
	["UND_ERR_BODY_TIMEOUT", {}, during("timedOut")],
	["DEPTH_ZERO_SELF_SIGNED_CERT", {}, never("certificate")],
	["SELF_SIGNED_CERT_IN_CHAIN", {}, never("certificate")],
	["UNABLE_TO_VERIFY_LEAF_SIGNATURE", {}, never("certificate")],
	["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", {}, never("certificate")],
	["CERT_HAS_EXPIRED", {}, never("certificate")],
	["ERR_TLS_CERT_ALTNAME_INVALID", {}, never("certificate")],
	["ERR_SSL_WRONG_VERSION_NUMBER", {}, never("other")],
	["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", {}, never("other")],
	["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", {}, never("other")],
	// What may come at any time of a connection does not tell that nothing was sent.
	["ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC", {}, { cause: "other", sent: true, passing: false }],
	["ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC", {}, { cause: "other", sent: true, passing: false }],
	["ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR", {}, { cause: "other", sent: true, passing: false }],
	["UND_ERR_PRX_TLS", {}, never("proxy")],
	["UND_ERR_ABORTED", { message: "Proxy response (407) !== 200 when HTTP Tunneling" }, never("proxy")],
	["HPE_INVALID_CONSTANT", {}, during("other")],
	["E_NEVER_SEEN", {}, during("other")],
];

describe("What fetch throws", () => {
	for (const [code, more, wanted] of cases) {
		it(`${code} ${JSON.stringify(more)}`, () => {
			assert.deepEqual(networkFailure(fetchFailed(code, more)), wanted);
		});
	}

	it("TLS that ended while it began", () => {
		const message = "Client network socket disconnected before secure TLS connection was established";
		assert.deepEqual(networkFailure(fetchFailed("ECONNRESET", { message })), before("reset"));
	});

	it("a reason below another, as a proxy's refusal is given", () => {
		const inner = Object.assign(new Error("Proxy response (407) !== 200 when HTTP Tunneling"), {
			code: "UND_ERR_ABORTED",
		});
		const cancelled = Object.assign(new Error("Request was cancelled."), { code: 20, cause: inner });
		assert.equal(networkFailure(new TypeError("fetch failed", { cause: cancelled })).cause, "proxy");
	});

	it("several addresses that were all tried", () => {
		const all = new AggregateError([new Error("one"), new Error("two")], "");
		const cause = Object.assign(all, { code: "ECONNREFUSED" });
		assert.deepEqual(networkFailure(new TypeError("fetch failed", { cause })), before("refused"));
	});

	it("a cause that is its own", () => {
		const error: Error & { cause?: unknown } = new Error("round");
		error.cause = error;
		assert.equal(networkFailure(error).sent, true);
	});

	it("a cause that says nothing, which is how a proxy's 407 comes", () => {
		const wanted = { cause: "proxy", sent: true, passing: false };
		assert.deepEqual(networkFailure(new TypeError("fetch failed", { cause: new Error("") })), wanted);
	});

	for (const thrown of [undefined, null, "text", 5, new Error("plain"), new Error("outer", { cause: "text" })]) {
		it(`what says too little counts as sent: ${String(thrown)}`, () => {
			assert.deepEqual(networkFailure(thrown), during("other"));
		});
	}
});

import type { Fetch, FetchResponse } from "../../../src/core/client/fetch.ts";
import type { TestUser } from "./registrations.ts";

/** Somebody in front of a browser, done with plain requests: follows redirects, keeps cookies, fills in forms. */
export class Person {
	readonly #fetch: Fetch;
	readonly #user: Pick<TestUser, "userName" | "password">;
	readonly #cookies = new Map<string, string>();

	constructor(fetch: Fetch, user: Pick<TestUser, "userName" | "password">) {
		this.#fetch = fetch;
		this.#user = user;
	}

	/** Opens the address of an authorization request and signs in. Gives the text of the last page. */
	async signIn(url: string): Promise<string> {
		return await this.#fillIn(url, (name) => this.#answer(name));
	}

	/** Opens it and gives up. */
	async cancel(url: string): Promise<string> {
		return await this.#fillIn(url, (name) => (name === "action" ? "cancel" : ""));
	}

	/** Opens the address of a device code, enters the code and signs in. */
	async enterCode(url: string, userCode: string): Promise<string> {
		return await this.#fillIn(url, (name) => (name === "user_code" ? userCode : this.#answer(name)));
	}

	/** Opens the address of a device code, enters the code and gives up where it is to sign in. */
	async refuseCode(url: string, userCode: string): Promise<string> {
		return await this.#fillIn(url, (name) => ({ user_code: userCode, action: "cancel" })[name] ?? "");
	}

	#answer(name: string): string {
		const { userName, password } = this.#user;
		return { username: userName, password, action: "signIn" }[name] ?? "";
	}

	/** Sends form after form, until a page has none. */
	async #fillIn(url: string, answer: (name: string) => string): Promise<string> {
		let { page, at } = await this.#open(url, "GET");
		for (let forms = 0; forms < 8; forms += 1) {
			const [form] = /<form[\s\S]*<\/form>/.exec(page) ?? [];
			if (form === undefined) return page;
			const action = new URL(attribute(form, "action") ?? at, at).href;
			const fields = Array.from(form.matchAll(/<(?:input|button)\b[^>]*>/g), ([field]) => field);
			const pairs = fields.flatMap((field) => {
				const name = attribute(field, "name");
				if (name === undefined || (name === "action" && attribute(field, "value") !== answer(name))) return [];
				return [[name, attribute(field, "value") ?? answer(name)]];
			});
			({ page, at } = await this.#open(action, "POST", new URLSearchParams(pairs).toString()));
			if (page.includes("is wrong")) return page;
		}
		throw new Error(`There is no end to the forms of ${url}`);
	}

	async #open(url: string, method: string, body?: string): Promise<{ readonly page: string; readonly at: string }> {
		const headers = {
			accept: "text/html",
			cookie: Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join("; "),
			...(body !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
		};
		const { signal } = new AbortController();
		const init = { method, headers, signal, redirect: "manual" as const };
		const answer = await this.#fetch(url, body === undefined ? init : { ...init, body });
		this.#keepCookies(answer);
		const location = answer.headers.get("location");
		if (location !== null) return await this.#open(new URL(location, url).href, "GET");
		return { page: await answer.text(), at: url };
	}

	#keepCookies({ headers }: FetchResponse): void {
		for (const cookie of (headers.get("set-cookie") ?? "").split("\n")) {
			const [, name, value] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
			if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
		}
	}
}

function attribute(tag: string, name: string): string | undefined {
	const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? [];
	return value
		?.replace(/&#(\d+);/g, (_whole, code: string) => String.fromCharCode(Number(code)))
		.replaceAll("&amp;", "&");
}

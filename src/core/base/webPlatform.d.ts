/**
 * What every JavaScript platform has and the language itself does not declare: Node, browsers and workers alike. Only what
 * the core uses is told here. Where the core is used, the platform's own declarations stand in their place.
 */
interface AbortSignal {
	readonly aborted: boolean;
	readonly reason: unknown;
	addEventListener(type: "abort", listener: () => void, options?: { readonly once?: boolean }): void;
	removeEventListener(type: "abort", listener: () => void): void;
}

declare class AbortController {
	readonly signal: AbortSignal;
	abort(reason?: unknown): void;
}

/** https://url.spec.whatwg.org: origins are compared as the platform that sends the request understands them. */
declare class URL {
	constructor(url: string, base?: string);
	static canParse(url: string, base?: string): boolean;
	readonly href: string;
	readonly origin: string;
	readonly protocol: string;
	readonly host: string;
	readonly hostname: string;
	readonly port: string;
	readonly username: string;
	readonly password: string;
	readonly pathname: string;
	readonly search: string;
	readonly hash: string;
}

declare class TextEncoder {
	encode(text: string): Uint8Array;
}

declare class TextDecoder {
	constructor(label?: string, options?: { readonly fatal?: boolean });
	decode(bytes?: Uint8Array): string;
}

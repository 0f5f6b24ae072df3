import type { SignInMethod } from "../../core/environment/environment.ts";

/** Where the extension host runs, as seen from the person's screen. */
export interface HostPlace {
	/** `env.remoteName`: "ssh-remote", "wsl", "dev-container", "codespaces", ... */
	readonly remoteName: string | undefined;
	/** `env.uiKind`. */
	readonly screen: "desktop" | "browser";
}

/**
 * True where a page in the person's browser reaches a port of the extension host by its loopback address: on one machine,
 * and in WSL, whose ports Windows forwards (https://learn.microsoft.com/windows/wsl/networking).
 */
export function reachesLoopback({ remoteName, screen }: HostPlace): boolean {
	return screen === "desktop" && (remoteName === undefined || remoteName === "wsl");
}

/**
 * Ways to sign in, the best first. Interactive sign-in ends with a visit to a loopback port of the extension host, so it
 * comes first only where that is sure to arrive. The account of VS Code needs nothing of the kind, but in a browser it
 * depends on who serves VS Code, and a code always works. Applications are for whoever has one, so they come last.
 */
export function methodOrder(place: HostPlace): readonly SignInMethod[] {
	const applications = ["clientSecret", "certificate"] as const;
	if (reachesLoopback(place)) return ["interactive", "editor", "deviceCode", ...applications];
	if (place.screen === "desktop") return ["editor", "deviceCode", "interactive", ...applications];
	return ["deviceCode", "editor", "interactive", ...applications];
}

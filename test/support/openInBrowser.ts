import { spawn } from "node:child_process";

/** Shows an address in the person's own browser. Does nothing where there is no screen, as in CI or over SSH. */
export function openInBrowser(url: string, env: NodeJS.ProcessEnv = process.env): void {
	if (env.CI !== undefined && env.CI !== "") return;
	const opener = openerOf(env);
	if (opener === undefined) return;
	const child = spawn(opener, [url], { stdio: "ignore", detached: true });
	// The address has been printed: whoever has no opener can follow it by hand.
	child.on("error", () => undefined);
	child.unref();
}

function openerOf(env: NodeJS.ProcessEnv): string | undefined {
	if (process.platform === "darwin") return "open";
	const screen = env.DISPLAY ?? env.WAYLAND_DISPLAY ?? "";
	return process.platform === "linux" && screen !== "" ? "xdg-open" : undefined;
}

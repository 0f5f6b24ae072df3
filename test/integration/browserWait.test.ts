import assert from "node:assert/strict";
import { connect } from "node:net";
import { systemClock } from "../../src/disk/systemClock.ts";
import { useSignIn } from "../support/identity/signInRig.ts";

/** Whether somebody listens on that port of this machine. */
async function isOpen(port: number): Promise<boolean> {
	const socket = connect({ host: "127.0.0.1", port });
	const open = await new Promise<boolean>((resolve) => {
		socket.once("connect", () => {
			resolve(true);
		});
		socket.once("error", () => {
			resolve(false);
		});
	});
	socket.destroy();
	return open;
}

describe("the wait for the browser", () => {
	const rig = useSignIn();
	/** Five minutes pass in a moment. */
	const hurried = {
		...systemClock,
		wait: (milliseconds: number, signal: AbortSignal) =>
			systemClock.wait(milliseconds === 300_000 ? 50 : milliseconds, signal),
	};

	it("ends where nobody signs in, and gives the port back", async () => {
		let port = 0;
		const openBrowser = async (url: string): Promise<boolean> => {
			port = Number(new URL(new URL(url).searchParams.get("redirect_uri") ?? "").port);
			assert.ok(await isOpen(port), "somebody waits for the answer");
			return true;
		};
		const window = rig().window({ clock: hurried, openBrowser });
		assert.equal(await window.signIn(rig().target()), "timedOut");
		assert.equal(await isOpen(port), false);
	});

	it("ends when the window closes, and gives the port back", async () => {
		let port = 0;
		let opened = (): void => undefined;
		const isThere = new Promise<void>((resolve) => (opened = resolve));
		const window = rig().window({
			openBrowser: (url) => {
				port = Number(new URL(new URL(url).searchParams.get("redirect_uri") ?? "").port);
				opened();
				return Promise.resolve(true);
			},
		});
		const waiting = window.signIn(rig().target());
		await isThere;
		window.auth.dispose();
		assert.equal(await waiting, "cancelled");
		await systemClock.wait(200, new AbortController().signal);
		assert.equal(await isOpen(port), false);
	});

	it("tells the browser of a failure without saying which", async () => {
		const window = rig().window({ user: rig().identity.users.restricted });
		assert.equal(await window.signIn(rig().target()), "conditionalAccess");
		await systemClock.wait(100, new AbortController().signal);
		assert.match(window.pages.at(-1) ?? "", /The sign-in did not work/);
	});
});

import { deepEqual, equal } from "node:assert/strict";
import { type HostPlace, methodOrder, reachesLoopback } from "../../../src/features/signIn/methodOrder.ts";

/** Where the extension host runs, and the ways for people in their order. */
const places: readonly (readonly [string, HostPlace, string])[] = [
	["a desktop", { screen: "desktop", remoteName: undefined }, "interactive editor deviceCode"],
	["WSL", { screen: "desktop", remoteName: "wsl" }, "interactive editor deviceCode"],
	["a machine behind SSH", { screen: "desktop", remoteName: "ssh-remote" }, "editor deviceCode interactive"],
	["a dev container", { screen: "desktop", remoteName: "dev-container" }, "editor deviceCode interactive"],
	["codespaces on the desktop", { screen: "desktop", remoteName: "codespaces" }, "editor deviceCode interactive"],
	["codespaces in a browser", { screen: "browser", remoteName: "codespaces" }, "deviceCode editor interactive"],
	["code-server", { screen: "browser", remoteName: "127.0.0.1:8080" }, "deviceCode editor interactive"],
	["a browser without a remote name", { screen: "browser", remoteName: undefined }, "deviceCode editor interactive"],
];

describe("The order of the ways to sign in", () => {
	for (const [name, place, people] of places) {
		it(`on ${name}`, () => {
			deepEqual(methodOrder(place), [...people.split(" "), "clientSecret", "certificate"]);
			equal(reachesLoopback(place), people.startsWith("interactive"));
		});
	}
});

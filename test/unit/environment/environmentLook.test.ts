import { equal, ok } from "node:assert/strict";
import { type Environment, sandboxId } from "../../../src/core/environment/environment.ts";
import type { LockState } from "../../../src/core/environment/environmentLock.ts";
import {
	environmentLook,
	type EnvironmentView,
	lockText,
	minutesLeft,
} from "../../../src/features/environments/environmentLook.ts";
import { english } from "../../../src/words/message.ts";

const contoso: Environment = {
	id: "1",
	name: "Contoso",
	url: "https://contoso.crm4.dynamics.com",
	kind: "production",
	source: "user",
};

const viewOf = (more: Partial<Environment>, rest: Partial<EnvironmentView> = {}): EnvironmentView => ({
	environment: { ...contoso, ...more },
	lock: { state: "open" },
	isCurrent: false,
	isRunning: false,
	now: 0,
	say: english,
	...rest,
});

const locked: LockState = { state: "locked" };
const unlocked: LockState = { state: "unlocked", until: 14 * 60_000 + 1 };
const sandbox = { id: sandboxId, name: "Sandbox", kind: "sandbox" } as const;
const dev = { name: "Contoso Dev", kind: "development" } as const;

/** What is known, and how it looks: icon, colour, label and description. */
const looks: readonly (readonly [EnvironmentView, string])[] = [
	[viewOf(sandbox), "beaker green Sandbox: practice · click to start"],
	[viewOf(sandbox, { isRunning: true, isCurrent: true }), "beaker green Sandbox: ✓ practice · running"],
	[viewOf(dev), "circle-outline blue Contoso Dev: development · not signed in"],
	[viewOf(dev, { isCurrent: true, user: "a@b.c" }), "circle-filled blue Contoso Dev: ✓ development · a@b.c"],
	[viewOf({ kind: "test", colour: "purple" }), "circle-outline purple Contoso: test · not signed in"],
	[viewOf({}, { lock: locked }), "lock red Contoso: PRODUCTION · read-only · not signed in"],
	[viewOf({}, { lock: unlocked, user: "a@b.c" }), "unlock red Contoso: PRODUCTION · unlocked, 15 min left · a@b.c"],
	[viewOf(dev, { isRunning: true }), "circle-outline blue Contoso Dev: development · at the sandbox's address"],
	[
		viewOf({ source: "workspace" }, { lock: locked }),
		"lock red Contoso: PRODUCTION · read-only · not signed in · shared by the workspace",
	],
];

describe("An environment in the view", () => {
	for (const [view, expected] of looks) {
		it(`is ${expected}`, () => {
			const { icon, colour, label, description } = environmentLook(view);
			equal(`${icon} ${colour} ${label}: ${description.join(" · ")}`, expected);
		});
	}

	it("says in words what marks say", () => {
		const { spoken } = environmentLook(viewOf({}, { isCurrent: true, lock: locked }));
		equal(spoken.join(), "Contoso,current,PRODUCTION,read-only,not signed in");
	});

	it("tells in its tooltip what is known and nothing else", () => {
		const bare = environmentLook(viewOf({}, { lock: locked })).tooltip;
		const known = environmentLook(viewOf({ tenant: "contoso.org" }, { user: "a@b.c", version: "9.2.1" })).tooltip;
		equal(bare.length, 3);
		equal(known.slice(3).join(" | "), "Signed in as a@b.c | Version 9.2.1 | Tenant: contoso.org");
		ok(!environmentLook(viewOf(sandbox)).tooltip.join().includes("http"), "an address that is none yet");
	});

	it("counts minutes as people do", () => {
		equal([1, 59_999, 60_000, 60_001].map((left) => minutesLeft(left, 0)).join(), "1,1,1,2");
		equal(lockText({ lock: { state: "unlocked", until: 1 }, now: 0, say: english }).join(), "unlocked, 1 min left");
	});
});

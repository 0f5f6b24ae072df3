import { deepEqual, equal } from "node:assert/strict";
import { type Environment, environmentKinds, sandboxId } from "../../../src/core/environment/environment.ts";
import { EnvironmentLocks } from "../../../src/core/environment/environmentLock.ts";

const contoso: Environment = {
	id: "1",
	name: "Contoso",
	url: "https://contoso.crm4.dynamics.com",
	kind: "production",
	source: "user",
};

const minute = 60_000;

/** Locks with a clock that a test sets. */
function locksAt(start: number) {
	const clock = { time: start, now: () => clock.time };
	return { locks: new EnvironmentLocks(clock), clock };
}

/** What is typed, for how many minutes, how many minutes later, and the state then. */
const steps: readonly (readonly [string, string, number, number, string])[] = [
	["is locked before anybody unlocked it", "", 15, 0, "locked"],
	["opens when its name is typed", "Contoso", 15, 0, "unlocked"],
	["stays open for a while", "Contoso", 15, 14.99, "unlocked"],
	["closes by itself", "Contoso", 15, 15, "locked"],
	["stays closed afterwards", "Contoso", 15, 60, "locked"],
	["wants the same case", "contoso", 15, 0, "locked"],
	["wants no space before", " Contoso", 15, 0, "locked"],
	["wants no space behind", "Contoso ", 15, 0, "locked"],
	["wants all of it", "Contos", 15, 0, "locked"],
	["does not open for no time", "Contoso", 0, 0, "locked"],
	["does not open for less than no time", "Contoso", -1, 0, "locked"],
	["does not open for a time that is no number", "Contoso", Number.NaN, 0, "locked"],
];

describe("The lock of a production environment", () => {
	for (const [what, typed, minutes, later, state] of steps) {
		it(what, () => {
			const { locks, clock } = locksAt(1_000_000);
			equal(locks.unlock(contoso, typed, minutes * minute), state === "unlocked" || later > 0);
			clock.time += later * minute;
			equal(locks.of(contoso).state, state);
		});
	}

	it("tells until when it is open, and when the next one closes", () => {
		const { locks } = locksAt(1000);
		const fabrikam = { ...contoso, id: "2", name: "Fabrikam" };
		equal(locks.nextEnd, undefined);
		locks.unlock(contoso, "Contoso", 20 * minute);
		locks.unlock(fabrikam, "Fabrikam", 10 * minute);
		deepEqual(locks.of(contoso), { state: "unlocked", until: 1000 + 20 * minute });
		equal(locks.nextEnd, 1000 + 10 * minute);
	});

	it("is closed at once when a person locks it, and leaves others alone", () => {
		const { locks } = locksAt(0);
		const fabrikam = { ...contoso, id: "2", name: "Fabrikam" };
		locks.unlock(contoso, "Contoso", minute);
		locks.unlock(fabrikam, "Fabrikam", minute);
		locks.lock(contoso);
		equal(locks.of(contoso).state, "locked");
		equal(locks.of(fabrikam).state, "unlocked");
	});

	it("does not stay open for another address under the same name", () => {
		const { locks } = locksAt(0);
		locks.unlock(contoso, "Contoso", minute);
		equal(locks.of({ ...contoso, url: "https://fabrikam.crm4.dynamics.com" }).state, "locked");
	});

	for (const kind of environmentKinds) {
		it(`is needed for ${kind}: ${kind === "production" ? "yes" : "no"}`, () => {
			equal(locksAt(0).locks.of({ ...contoso, kind }).state, kind === "production" ? "locked" : "open");
		});
	}

	it("goes by the kind, whatever an environment calls itself", () => {
		equal(locksAt(0).locks.of({ ...contoso, id: sandboxId }).state, "locked");
		equal(locksAt(0).locks.of({ ...contoso, id: sandboxId, kind: "sandbox" }).state, "open");
	});

	it("closes at once when its kind is tightened", () => {
		const { locks } = locksAt(0);
		const tested = { ...contoso, kind: "test" as const };
		equal(locks.of(tested).state, "open");
		equal(locks.of({ ...tested, kind: "production" }).state, "locked");
	});
});

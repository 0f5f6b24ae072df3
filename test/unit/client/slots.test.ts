import assert from "node:assert/strict";
import { Slots } from "../../../src/core/client/exchange/slots.ts";
import { fuzz } from "../../support/fuzz.ts";

const never = new AbortController().signal;

describe("Places for requests", () => {
	it("serves who came first, and lets who gave up go at once", async () => {
		const slots = new Slots(1);
		const served: string[] = [];
		assert.equal(await slots.enter(never), true);
		const second = new AbortController();
		const waiting = [
			slots.enter(never).then(() => served.push("first")),
			slots.enter(second.signal).then((entered) => served.push(entered ? "second" : "second left")),
			slots.enter(never).then(() => served.push("third")),
		];
		second.abort();
		await waiting[1];
		assert.deepEqual(served, ["second left"]);
		slots.leave();
		await waiting[0];
		slots.leave();
		await waiting[2];
		assert.deepEqual(served, ["second left", "first", "third"]);
	});

	it("takes nobody who had given up before", async () => {
		const gone = new AbortController();
		gone.abort();
		assert.equal(await new Slots(1).enter(gone.signal), false);
	});

	it("never has more inside than places, and forgets nobody", async () => {
		const { below, runs } = fuzz(200);
		const places = 1 + below(5);
		const slots = new Slots(places);
		let inside = 0;
		let done = 0;
		const visit = async (): Promise<void> => {
			const person = new AbortController();
			const entering = slots.enter(person.signal);
			if (below(4) === 0) person.abort();
			if (await entering) {
				inside += 1;
				assert.ok(inside <= places);
				for (let turn = below(5); turn > 0; turn -= 1) await Promise.resolve();
				inside -= 1;
				slots.leave();
			}
			done += 1;
		};
		await Promise.all(Array.from({ length: runs }, visit));
		assert.equal(done, runs);
		assert.equal(inside, 0);
	});
});

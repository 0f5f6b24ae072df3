import { deepEqual, equal, rejects } from "node:assert/strict";
import { later } from "../../../src/host/later.ts";

describe("what is loaded later", () => {
	it("is loaded once, by the first who asks", async () => {
		let loads = 0;
		const part = later(async () => {
			await Promise.resolve();
			return { number: ++loads };
		});
		equal(part.loaded, undefined);
		const both = await Promise.all([part.get(), part.get()]);
		deepEqual(both, [{ number: 1 }, { number: 1 }]);
		equal(part.loaded, both[0]);
		equal(await part.get(), both[0]);
	});

	it("is loaded again after a load that failed", async () => {
		let loads = 0;
		const part = later(async () => {
			await Promise.resolve();
			if (++loads === 1) throw new Error("The file is not there.");
			return loads;
		});
		await rejects(part.get(), /not there/);
		equal(part.loaded, undefined);
		equal(await part.get(), 2);
	});
});

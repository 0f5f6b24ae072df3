import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { RunningSandbox } from "../../../src/sandbox/server/startSandbox.ts";
import { runSandbox } from "../../support/sandbox/runningSandbox.ts";
import { SandboxRows, sandboxClient } from "../../support/client/sandboxClient.ts";
import { writeOperations } from "../../support/client/writeOperations.ts";

interface Fault {
	readonly name: string;
	readonly rule: string;
	/** Nothing was done, and the service says so: also what is sent once is sent again. */
	readonly isCertain?: boolean;
	/** Only an answer with a body can be cut. */
	readonly needsAnswer?: boolean;
	/** Milliseconds of real time that a late attempt takes to arrive. */
	readonly late?: number;
}

const faults: readonly Fault[] = [
	{ name: "no fault", rule: "", isCertain: true },
	{ name: "a connection that breaks before", rule: "reset when=before times=1" },
	{ name: "a connection that breaks after", rule: "reset when=after times=1" },
	{ name: "two that break after", rule: "reset when=after times=2" },
	{ name: "one that breaks before, one after", rule: "reset when=before times=1; reset when=after skip=1 times=1" },
	{ name: "an answer that is cut", rule: "cut bytes=5 times=1", needsAnswer: true },
	{ name: "500", rule: "500 times=1" },
	{ name: "502", rule: "502 times=1" },
	{ name: "503", rule: "503 retry-after=1 times=1" },
	{ name: "504 after a break", rule: "reset when=after times=1; 504 skip=1 times=1" },
	{ name: "429", rule: "429 retry-after=2 times=1", isCertain: true },
	{ name: "429 after a break", rule: "reset when=after times=1; 429 skip=1 times=1" },
	{ name: "an expired token", rule: "expired times=1", isCertain: true },
	{ name: "an expired token after a break", rule: "reset when=after times=1; expired skip=1 times=1" },
	{ name: "an answer that comes too late", rule: "latency ms=120 times=1", late: 150 },
];

describe("a write whose answer is lost", () => {
	let sandbox: RunningSandbox;
	let rows: SandboxRows;
	before(async () => {
		sandbox = await runSandbox();
		rows = new SandboxRows(sandbox);
	});
	after(async () => {
		await sandbox.close();
	});
	afterEach(async () => {
		await sandbox.control.clearFaults();
	});

	for (const operation of writeOperations)
		for (const fault of faults) {
			if (fault.needsAnswer === true && operation.answers !== true) continue;
			it(`is applied once or told: ${operation.name}, ${fault.name}`, async () => {
				const prepared = await operation.prepare(rows, randomUUID);
				const rule = fault.rule.replaceAll(" times=", ` method=${operation.method} times=`);
				await sandbox.control.setFaults(rule);
				const client = sandboxClient(sandbox);
				const result = await prepared.run(client, fault.late === undefined ? {} : { timeout: 5000 });
				if (fault.late !== undefined) await delay(fault.late);
				const [met] = await sandbox.control.faults();
				assert.ok(rule === "" || (met?.applied ?? 0) > 0, "the fault was met");
				await sandbox.control.clearFaults();
				const applied = await prepared.applied();
				const told = JSON.stringify(result);
				if (result.ok) {
					assert.ok(
						applied === 1 || (fault.late !== undefined && operation.anyVersion === true),
						`${applied}: ${told}`,
					);
				} else {
					assert.ok(operation.once === true && fault.isCertain !== true, told);
					assert.ok(applied <= 1, `${applied}: ${told}`);
					if (result.problem.code === "service") assert.equal(applied, 0, told);
					else assert.equal(result.problem.code, "mayHaveBeenApplied", told);
				}
			});
		}
});

import { deepEqual, notEqual } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { loopbackExtension, packagedExtension } from "../../support/build.ts";
import { zipEntries } from "../../support/zipEntries.ts";

/** Its switch, which the module that is put in for it reads. Nothing else in the sources has this text. */
const trace = "DVW_LOOPBACK_CLOUD";

describe("the build that trusts an authority on this machine", function () {
	this.timeout(120_000);

	it("has what it is looked for by", async () => {
		notEqual((await traced(await loopbackExtension())).length, 0);
	});

	it("has left no trace in what people install", async () => {
		deepEqual(await traced(await packagedExtension()), []);
	});
});

/** The scripts of a package that have it. */
async function traced(vsix: string): Promise<readonly string[]> {
	const scripts = zipEntries(await readFile(vsix)).filter(({ name }) => name.endsWith(".js"));
	return scripts.filter(({ data }) => data().includes(trace)).map(({ name }) => name);
}

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packagedExtension } from "../support/build.ts";
import { bundledPackages, type Outputs } from "../support/bundledLicenses.ts";
import { projectFolder } from "../support/sharedFolder.ts";

describe("dist/licenses.txt", function () {
	this.timeout(60_000);

	it("has a copyright notice and a permissive licence for every package in the bundles", async () => {
		await packagedExtension();
		const read = (file: string): string => readFileSync(join(projectFolder, file), "utf8");
		const { outputs } = JSON.parse(read(".build/metafile.json")) as { outputs: Outputs };
		const names = bundledPackages(outputs);
		assert.ok(names.includes("preact"), names.join());
		const parts = read("dist/licenses.txt").split(/^-{80}$/m);
		assert.deepEqual(
			parts.map((part) => /^\s*(\S+) \d/.exec(part)?.[1]),
			names,
		);
		for (const part of parts)
			assert.match(part, /^\s*\S+ [\d.]+\nLicence: (MIT|0BSD|ISC|BSD-[23]-Clause|Apache-2.0)\n\n[^]*Copyright/);
	});
});

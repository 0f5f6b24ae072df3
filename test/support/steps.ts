/** The steps of `npm test`: what each runs, and how its result is counted. */
import { findPinnedNode, floorNodeName } from "./pinnedNode.mjs";

export interface Step {
	readonly name: string;
	/** Program after the Node binary, with its arguments. */
	readonly script: readonly string[];
	/** A mocha run counts as its tests; anything else as one. */
	readonly counts: "tests" | "one";
	/** Runs on this Node instead of the pinned one. */
	readonly node?: string;
	/** Needs the built and packed product, or VS Code and a browser. */
	readonly needsBuild: boolean;
	/** Needs VS Code's server, which does not run on Windows. */
	readonly needsServer?: true;
}

const bin = {
	tsc: "node_modules/typescript/bin/tsc",
	eslint: "node_modules/eslint/bin/eslint.js",
	prettier: "node_modules/prettier/bin/prettier.cjs",
	knip: "node_modules/knip/bin/knip.js",
	mocha: "node_modules/mocha/bin/mocha.js",
} as const;

const mocha = [bin.mocha, "--config", "test/support/mocharc.json"] as const;
const unit = "test/unit/**/*.test.ts";
const integration = "test/integration/**/*.test.ts";

const one = { counts: "one", needsBuild: false } as const;
const tests = { counts: "tests", needsBuild: true } as const;

/** For what drives a browser: a loaded machine needs many times what an idle one does. */
const patient = ["--timeout", "120000"] as const;

/** The longest first, so that the two or more that run at a time end together. */
export const steps: readonly Step[] = [
	{ ...tests, name: "in the browser", needsServer: true, script: [...mocha, ...patient, "test/e2e/*.test.ts"] },
	{ ...one, name: "types", script: [bin.tsc, "-b"] },
	{ ...one, name: "lint", script: [bin.eslint, "."] },
	{ ...tests, name: "unit", script: [...mocha, unit], needsBuild: false },
	{ ...tests, name: "integration", script: [...mocha, integration] },
	...floorSteps(),
	{ ...tests, name: "pages in a browser", script: [...mocha, ...patient, "test/webview/**/*.test.ts"] },
	{ ...tests, name: "rig", needsServer: true, script: [...mocha, ...patient, "test/e2e/rig/*.test.ts"] },
	{ ...tests, name: "in the extension host", script: ["test/support/testHost.ts", "--no-build"] },
	{ ...one, name: "coverage", script: ["test/support/coverage.ts"], needsBuild: true },
	{ ...one, name: "dead exports", script: [bin.knip] },
	{ ...one, name: "format", script: [bin.prettier, "--check", "--log-level", "warn", "."] },
	{ ...one, name: "size", script: ["test/support/checkSize.ts"], needsBuild: true },
];

/** The oldest Node that is supported is not published as a package for every platform. */
function floorSteps(): readonly Step[] {
	const node = findPinnedNode(floorNodeName());
	if (node === undefined) {
		console.log(`Notice: ${floorNodeName()} is not there, so nothing runs on the oldest supported Node.`);
		return [];
	}
	const flags = ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"];
	const script = [...flags, ...mocha, unit, integration];
	return [{ ...tests, name: "unit and integration on Node 22.15", script, node }];
}

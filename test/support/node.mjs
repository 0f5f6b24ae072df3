// Runs a script on the Node that the project pins: `node test/support/node.mjs [--node22] SCRIPT [ARGUMENT...]`.
// Plain JavaScript without imports from packages, because it is what any Node from 20 has to be able to start.
// Exit code: that of the script; 1 with one line on standard error where the pinned Node is not installed.
import { spawn } from "node:child_process";
import { findPinnedNode, floorNodeName, pinnedNodeName } from "./pinnedNode.mjs";

const [first, ...rest] = process.argv.slice(2);
const floor = first === "--node22";
const script = floor ? rest : [first, ...rest];
const binary = findPinnedNode(floor ? floorNodeName() : pinnedNodeName());
if (binary === undefined) {
	const name = floor ? floorNodeName() : pinnedNodeName();
	console.error(
		`The package ${name} is not installed (this is Node ${process.versions.node}). Run "npm ci" with optional dependencies on.`,
	);
	process.exit(1);
}
// Node 22.15 strips types only when asked to; Node 24 does so by itself.
const flags = floor ? ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"] : [];
const child = spawn(binary, [...flags, ...script], { stdio: "inherit", env: { ...process.env, DVW_NODE: binary } });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
	// The terminal sends Ctrl+C to the whole group; the child decides when it has finished stopping.
	process.on(signal, () => child.kill(signal));
}
child.once("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));

// Where the Node binaries are that npm installed (test/support/node/package.json pins them, one package a platform).
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The package that holds the Node for development and tests on this platform. */
export const pinnedNodeName = () => `node-${process.platform}-${process.arch}`;

/** The package that holds the oldest Node the product supports; not published for every platform. */
export const floorNodeName = () => `node22-${process.platform}-${process.arch}`;

/** Path of the binary in that package, or undefined where it is not installed. */
export function findPinnedNode(name) {
	const binary = join(root, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
	return existsSync(binary) ? binary : undefined;
}

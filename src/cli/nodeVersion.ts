/** First version of Node.js that runs the program: it brought `crc32` of node:zlib, which bundles are checked with. */
export const oldestNode = "22.2";

/** Whether a version as `process.versions.node` gives it is older than that. */
export function isTooOld(version: string): boolean {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split(".").map(Number);
	return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

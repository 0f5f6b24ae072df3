// The lint rule behind "which way imports point": a zone names its files, what they may not import, and why.
// Own code, because the import plugins that have such a rule bring a resolver in native code for each platform.
import { dirname, relative, resolve, sep } from "node:path";

/**
 * One zone. `target`: a folder or file whose imports are looked at. `from`: folders and files it may not import,
 * but for those in `except` (relative to each of `from`). All paths are relative to the project's folder.
 * @typedef {{ target: string, from: readonly string[], except?: readonly string[], message: string }} Zone
 */

const within = (path, folder) => path === folder || path.startsWith(folder + sep);

/** The first zone that forbids `file` to import `imported`; both are absolute paths. */
function brokenZone(zones, root, file, imported) {
	return zones.find(({ target, from, except = [] }) => {
		if (!within(file, resolve(root, target))) return false;
		return from.some((folder) => {
			const forbidden = resolve(root, folder);
			return within(imported, forbidden) && !except.some((part) => within(imported, resolve(forbidden, part)));
		});
	});
}

/** Reports a relative import, re-export or `import()` that crosses a border. Options: a list of zones. */
export const importZones = {
	meta: {
		type: "problem",
		schema: [{ type: "array", items: { type: "object" } }],
		messages: { forbidden: "{{from}} may not import {{to}}. {{reason}}" },
	},
	create(context) {
		const [zones] = context.options;
		const look = ({ source }) => {
			if (typeof source?.value !== "string" || !source.value.startsWith(".")) return;
			const imported = resolve(dirname(context.filename), source.value);
			const zone = brokenZone(zones, context.cwd, context.filename, imported);
			if (zone === undefined) return;
			const data = { from: zone.target, to: relative(context.cwd, imported), reason: zone.message };
			context.report({ node: source, messageId: "forbidden", data });
		};
		return {
			ImportDeclaration: look,
			ExportNamedDeclaration: look,
			ExportAllDeclaration: look,
			ImportExpression: look,
		};
	},
};

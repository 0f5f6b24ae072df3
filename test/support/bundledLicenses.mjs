// The licences of the packages whose code is in our bundles: each asks that its notice travels with the code. Made with
// every build, so the list is never older than the bundles.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Names of the packages of which at least one byte is in what ships; `outputs` is that of esbuild's metafile. */
export function bundledPackages(outputs) {
	const files = Object.entries(outputs)
		.filter(([output]) => output.startsWith("dist/"))
		.flatMap(([, { inputs }]) => Object.entries(inputs))
		.filter(([, { bytesInOutput }]) => bytesInOutput > 0)
		.map(([file]) => file);
	const names = files.map((file) => /.*(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]);
	return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** One text with name, version and licence of each. */
export function bundledLicenses(outputs) {
	return bundledPackages(outputs)
		.map(licenseOf)
		.join(`\n${"-".repeat(80)}\n\n`);
}

function licenseOf(name) {
	const folder = join("node_modules", name);
	const { version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
	// Some packages name their licence and leave its text out.
	const text =
		file === undefined ? `Copyright (c) ${author?.name ?? author ?? name}\n` : readFileSync(join(folder, file), "utf8");
	return `${name} ${version}\nLicence: ${license}\n\n${text.trim()}\n`;
}

/**
 * The licences of the packages whose code is in our bundles: each asks that its notice travels with the code. Made with
 * every build, so the list is never older than the bundles.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What esbuild's metafile says of its outputs, as far as it matters here. */
export type Outputs = Readonly<
	Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
>;

interface Manifest {
	readonly version: string;
	readonly license: string;
	readonly author?: string | { readonly name: string };
}

/** Names of the packages of which at least one byte is in what ships. */
export function bundledPackages(outputs: Outputs): readonly string[] {
	const names = Object.entries(outputs)
		.filter(([output]) => output.startsWith("dist/"))
		.flatMap(([, { inputs }]) => Object.entries(inputs))
		.filter(([, { bytesInOutput }]) => bytesInOutput > 0)
		.flatMap(([file]) => /.*(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
	return [...new Set(names)].sort();
}

/** One text with name, version and licence of each. */
export function bundledLicenses(outputs: Outputs): string {
	return bundledPackages(outputs)
		.map(licenseOf)
		.join(`\n${"-".repeat(80)}\n\n`);
}

function licenseOf(name: string): string {
	const folder = join("node_modules", name);
	const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
	const { version, license, author } = manifest;
	const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
	const owner = (typeof author === "string" ? author : author?.name) ?? name;
	// Some packages name their licence and leave its text out.
	const text = file === undefined ? `Copyright (c) ${owner}` : readFileSync(join(folder, file), "utf8").trim();
	return `${name} ${version}\nLicence: ${license}\n\n${text}\n`;
}

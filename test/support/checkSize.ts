/**
 * `npm run size`: what starting the extension loads must stay small. Reads what esbuild says of its own output, so run
 * `npm run build` first. Exit code 1 over the limit.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./sharedFolder.ts";

interface Metafile {
	readonly outputs: Readonly<Record<string, { readonly bytes: number; readonly entryPoint?: string }>>;
}

/** Bytes, minified, of what VS Code loads when the extension starts. Heavy parts are entries of their own. */
const limit = 150 * 1024;

const text = readFileSync(join(projectFolder, ".build", "metafile.json"), "utf8");
const { outputs } = JSON.parse(text) as Metafile;
const shown = Object.entries(outputs).filter(([file]) => file.startsWith("dist/"));
for (const [file, { bytes }] of shown) console.log(`${(bytes / 1024).toFixed(1).padStart(8)} KB  ${file}`);

const maps = shown.filter(([file]) => file.endsWith(".map"));
const start = outputs["dist/extension.js"]?.bytes ?? Number.POSITIVE_INFINITY;
if (maps.length > 0) console.error("This is a development build: its sizes say nothing.");
if (start > limit) console.error(`dist/extension.js has ${start} bytes; ${limit} are allowed.`);
process.exit(maps.length > 0 || start > limit ? 1 : 0);

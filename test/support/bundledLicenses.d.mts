/** Names of the packages of which at least one byte is in what ships; `outputs` is that of esbuild's metafile. */
export function bundledPackages(outputs: Readonly<Record<string, unknown>>): readonly string[];

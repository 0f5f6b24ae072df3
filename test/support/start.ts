/**
 * `npm start`: a real VS Code with the packaged extension and a copy of the sample workspace, until Ctrl+C.
 *   --port=N            instead of a free one
 *   --workspace=DIR     opens that folder itself, instead of a copy of the sample workspace
 *   --no-browser        only prints the address
 *   --identity          with a sandbox behind an OpenID provider on this machine, to try every way to sign in
 */
import { parseArgs } from "node:util";
import { loopbackExtension, packagedExtension } from "./build.ts";
import { ProcessGroup, stopSignal } from "./childProcess.ts";
import { openInBrowser } from "./openInBrowser.ts";
import { copySampleWorkspace } from "./sampleWorkspace.ts";
import { scratchFolder } from "./scratchFolder.ts";
import { startServer } from "./vscode/server.ts";
import { workbenchUrl } from "./vscode/workbench.ts";

const { values: options } = parseArgs({
	options: {
		port: { type: "string", default: "0" },
		workspace: { type: "string" },
		"no-browser": { type: "boolean", default: false },
		identity: { type: "boolean", default: false },
	},
});

const stopped = stopSignal();
const scratch = (await scratchFolder("start")).path;
// Ctrl+C also ends what is still being built or installed.
const code = await Promise.race([run().catch(tellFailure), stopped.then(() => 0)]);
await ProcessGroup.stopAll();
process.exit(code);

/** What failed has said why in its message; where in these scripts it was is of no use to the person. */
function tellFailure(error: unknown): number {
	console.error(error instanceof Error ? error.message : String(error));
	return 1;
}

/** Gives the exit code once VS Code has ended by itself or by `stopped`. */
async function run(): Promise<number> {
	console.log("Building the extension.");
	const vsix = options.identity ? await loopbackExtension() : await packagedExtension();
	const workspace = options.workspace ?? (await copySampleWorkspace(scratch));
	const extras = options.identity ? await startIdentityForPeople() : { env: {}, settings: {} };
	const start = process.platform === "win32" ? startDesktop : startInBrowser;
	return await start(vsix, workspace, extras);
}

/** What VS Code gets in addition. */
interface Extras {
	readonly env: NodeJS.ProcessEnv;
	readonly settings: Readonly<Record<string, unknown>>;
}

/** Says who can sign in and how; gives what VS Code needs to trust the provider. */
async function startIdentityForPeople(): Promise<Extras> {
	const { startIdentity } = await import("./identity/startIdentity.ts");
	const { describeIdentity, loopbackEnvironment, loopbackSettings } = await import("./identity/forPeople.ts");
	const identity = await startIdentity({ pollInterval: 1, besideLocalhost: true, rows: 2000 });
	console.log(`\n${describeIdentity(identity)}\n`);
	return { env: loopbackEnvironment(identity), settings: loopbackSettings };
}

async function startInBrowser(vsix: string, workspace: string, { env, settings }: Extras): Promise<number> {
	const server = await startServer({
		vsix: [vsix],
		port: Number(options.port),
		settings: { "workbench.startupEditor": "readme", ...settings },
		env,
	});
	const url = workbenchUrl(server, { workspace });
	console.log(`VS Code with Dataverse Workbench is at\n\n  ${url}\n\nCtrl+C stops it.`);
	if (!options["no-browser"]) openInBrowser(url);
	const ended = await Promise.race([server.exited, stopped]);
	if (typeof ended !== "number") return 0;
	console.error(`VS Code ended by itself with ${ended}:\n${server.log().slice(-2000)}`);
	return 1;
}

async function startDesktop(vsix: string, workspace: string, extras: Extras): Promise<number> {
	const { startDesktopVscode } = await import("./vscode/desktop.ts");
	await startDesktopVscode({ vsix, workspace, scratch, ...extras });
	return 0;
}

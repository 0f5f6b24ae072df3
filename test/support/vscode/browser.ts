/** Finds a Chromium, Chrome or Edge on this machine, installs one where none is, and starts it. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { runToEnd } from "../childProcess.ts";
import { projectFolder } from "../sharedFolder.ts";

/** Tried in this order in every folder of PATH. */
const namesInPath = [
	"chromium",
	"chromium-browser",
	"google-chrome-stable",
	"google-chrome",
	"chrome",
	"microsoft-edge-stable",
	"microsoft-edge",
];

const macApplications = [
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/** Path of a browser, or undefined where none is known. `CHROMIUM_PATH` wins, and has to exist. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
	if (env.CHROMIUM_PATH !== undefined && env.CHROMIUM_PATH !== "") {
		if (!existsSync(env.CHROMIUM_PATH)) throw new Error(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, which is not there.`);
		return env.CHROMIUM_PATH;
	}
	const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
	const inPath = namesInPath.flatMap((name) => folders.map((folder) => join(folder, name)));
	const candidates = process.platform === "darwin" ? [...inPath, ...macApplications] : inPath;
	return candidates.find((file) => existsSync(file)) ?? downloadedBrowser();
}

/** The one that playwright keeps in its own cache, where `installBrowser` or another project has put it. */
function downloadedBrowser(): string | undefined {
	const file = chromium.executablePath();
	return file !== "" && existsSync(file) ? file : undefined;
}

/**
 * Path of a browser, installed when there is none: from Debian's or Ubuntu's packages when this is root, otherwise by
 * playwright's own download. Throws with one line that says what to do when neither works.
 */
export async function ensureBrowser(report: (line: string) => void = console.log): Promise<string> {
	const found = findBrowser();
	if (found !== undefined) return found;
	const root = process.getuid?.() === 0;
	if (root && existsSync("/usr/bin/apt-get")) await installFromPackages(report);
	const installed = findBrowser() ?? (await downloadBrowser(report));
	if (installed === undefined) {
		throw new Error("No Chromium, Chrome or Edge: install one, or set CHROMIUM_PATH to its program.");
	}
	return installed;
}

/** Ubuntu's `chromium` is only a pointer to a snap, which a container cannot run; then nothing is found afterwards. */
async function installFromPackages(report: (line: string) => void): Promise<void> {
	report("Installing Chromium with apt-get.");
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	await runToEnd("apt-get", ["update", "-q"], { env });
	const install = ["install", "-y", "-q", "--no-install-recommends", "chromium"];
	const { code, output } = await runToEnd("apt-get", install, { env });
	if (code !== 0) report(`apt-get ended with ${code}: ${output.slice(-500)}`);
}

async function downloadBrowser(report: (line: string) => void): Promise<string | undefined> {
	report("Downloading Chromium with playwright.");
	const cli = join(projectFolder, "node_modules", "playwright-core", "cli.js");
	const args = [cli, "install", "chromium", "--no-shell"];
	const { code, output } = await runToEnd(process.execPath, args, { timeoutMs: 300_000 });
	if (code !== 0) report(`The download ended with ${code}: ${output.slice(-500)}`);
	return downloadedBrowser();
}

/**
 * Nothing but loopback can be resolved, so a test that needs the network fails instead of being unreliable, and the
 * browser does not look for updates that it could not get.
 */
const browserArguments = [
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--disable-dev-shm-usage",
	"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE 127.0.0.2, EXCLUDE [::1], EXCLUDE localhost",
	// As root, which containers are, Chromium refuses to start with its sandbox.
	...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** Starts a headless browser with a profile of its own. */
export async function launchBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: await ensureBrowser(), headless: true, args: browserArguments });
}

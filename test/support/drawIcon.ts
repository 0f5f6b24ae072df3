/** `npm run icon`: renders icon.svg into the PNG that the Marketplace wants. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "./sharedFolder.ts";
import { launchBrowser } from "./vscode/browser.ts";

const svg = await readFile(join(projectFolder, "test", "support", "icon.svg"), "utf8");
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
await page.screenshot({ path: join(projectFolder, "media", "icon.png"), omitBackground: true });
await browser.close();

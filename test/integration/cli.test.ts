import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectFolder } from "../support/sharedFolder.ts";

const program = join(projectFolder, "src", "cli.ts");

interface Ran {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** Runs the command line as a process of its own; `cut` closes its output after the first piece, as "| head" does. */
function dvw(args: readonly string[], { script = program, cut = false } = {}): Promise<Ran> {
	const child = spawn(process.execPath, [...process.execArgv, script, ...args], { cwd: folder });
	let out = "";
	let err = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		out += text;
		if (cut) child.stdout.destroy();
	});
	child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => {
			resolve({ code, out, err });
		});
	});
}

function columnSection(name: string): string {
	return [
		`### <a name="BKMK_${name}"></a> ${name}`,
		"",
		"|Property|Value|",
		"|---|---|",
		`|Description|**About ${name}**|`,
		`|DisplayName|**Display of ${name}**|`,
		`|LogicalName|\`${name}\`|`,
		"|Type|String|",
		"|MaxLength|100|",
		"",
	].join("\n");
}

function page(table: string, columns: readonly string[]): string {
	const title = `# ${table} table/entity reference (Microsoft Dataverse)`;
	const properties = [
		"## Properties",
		"",
		`The following table lists selected properties for the ${table} table.`,
		"",
		"|Property|Value|",
		"| --- | --- |",
		`| **SchemaName** | \`dvw_${table.toUpperCase()}\` |`,
		`| **EntitySetName** | \`${table}s\`|`,
		`| **LogicalName** | \`${table}\` |`,
		"",
		"## Writable columns/attributes",
		"",
	];
	return [title, "", "", ...properties, ...columns.map(columnSection)].join("\n");
}

let folder = "";

/** Output parts: plain ones on standard output, those after "!" on standard error. */
const cases: readonly (readonly [line: string, code: number, ...parts: string[]])[] = [
	["--help", 0, "dvw schema compile DIR"],
	["", 2, "!Commands:"],
	["nonsense", 2, "!There is no command “nonsense”."],

	["schema compile good --out good.dvs", 0, "Tables", "3,002", "!good.dvs written"],
	["schema compile good --out good.dvs --json", 0, '"tables": 2', '"problems":', "!good.dvs written"],
	["schema compile mixed --out mixed.dvs", 1, "notATable", "!Nothing was written: 1 page"],
	["schema compile mixed --out mixed.dvs --verbose", 1, "dataverse/story.md:", "!Nothing was written"],
	["schema compile mixed --out lenient.dvs --lenient", 0, "notATable", "!lenient.dvs written"],
	["schema compile none --out none.dvs", 1, "!There are no pages (.md) in none."],
	["schema compile missing --out none.dvs", 1, "!missing cannot be read (ENOENT)."],
	["schema compile good --out no/such/folder.dvs", 1, "Tables", "!no/such/folder.dvs cannot be written (ENOENT)"],
	["schema compile good --out described.dvs --descriptions", 0, "Tables", "!described.dvs written"],

	["schema stats --bundle good.dvs", 0, "Tables", "String (text)", "Microsoft Dataverse: 2 tables"],
	["schema show small --bundle good.dvs", 0, "smallname", "text 100", "dvw_SMALL"],
	["schema show smalls.smallcode --bundle good.dvs", 0, "Display of smallcode", "String (text 100)"],
	["schema show small.smallcode --bundle described.dvs", 0, "About smallcode"],
	["schema show smal --bundle good.dvs", 1, "!Did you mean small?"],
	["schema search smallname --bundle good.dvs", 0, "column", "smallname", "small"],
	["schema search smallname --json --bundle good.dvs", 0, '"places"', '"table": "small"'],
	["schema search qqqqq --bundle good.dvs", 1, "!Nothing matches “qqqqq”."],
	["schema show account.statuscode", 0, "Status Reason  account.statuscode", "Status (status reason", "Active"],
	["schema show msdyn_sessionevents", 0, "Session event  msdyn_sessionevent", "Log of what happened"],
	["schema search session event --limit 3", 0, "msdyn_sessionevent", "!Only the first 3 hits"],
	["schema stats", 0, "Microsoft Dataverse: 592 tables"],
	["schema stats --bundle missing.dvs", 1, "!missing.dvs cannot be read (ENOENT)"],
	["schema stats --bundle foreign.dvs", 1, "!foreign.dvs is not a schema file"],
];

describe("dvw as a process", function () {
	// Thirty processes, one after the other, on a machine that may be busy with other suites.
	this.timeout(60_000);

	before(() => {
		folder = mkdtempSync(join(tmpdir(), "dvw-cli-"));
		const files: readonly (readonly [path: string, text: string])[] = [
			[
				"good/dataverse/wide.md",
				page(
					"wide",
					Array.from({ length: 3000 }, (_, index) => `wide_column${index}`),
				),
			],
			["good/dataverse/small.md", page("small", ["smallname", "smallcode"])],
			["mixed/dataverse/small.md", page("small", ["smallname"])],
			["mixed/dataverse/story.md", "# A story\u001b[2J\n\nOnce upon a time.\n"],
			["none/readme.txt", "no pages"],
			["foreign.dvs", "this is no bundle, only some text that is long enough for a header of a file"],
		];
		for (const [path, text] of files) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
	});

	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	for (const [line, code, ...parts] of cases) {
		it(`dvw ${line}: ${code}`, async () => {
			const ran = await dvw(line.split(" ").filter((word) => word !== ""));
			assert.equal(ran.code, code, `${ran.out}\n${ran.err}`);
			for (const part of parts) {
				const [text, wanted] = part.startsWith("!") ? [ran.err, part.slice(1)] : [ran.out, part];
				assert.ok(text.includes(wanted), `“${wanted}” is not in\n${text.slice(0, 4000)}`);
			}
			assert.ok(!ran.out.includes("\u001b"), "no colours into a pipe");
			assert.ok(!ran.err.includes("    at "), ran.err);
		});
	}

	it("leaves descriptions out unless asked for them", async () => {
		await dvw(["schema", "compile", "good", "--out", "plain.dvs"]);
		const { out } = await dvw(["schema", "show", "small.smallcode", "--bundle", "plain.dvs"]);
		assert.ok(!out.includes("About smallcode"));
	});

	it("writes nothing when a page is no table", () => {
		assert.ok(!existsSync(join(folder, "mixed.dvs")));
	});

	it("stops quietly when the reader closes the pipe", async () => {
		const { code, err } = await dvw(["schema", "show", "wide", "--json", "--bundle", "good.dvs"], { cut: true });
		assert.equal(err, "");
		assert.equal(code, 0);
	});

	it("finds its files through the link that npm makes", async function () {
		// Windows lets not everybody make links, and npm writes a .cmd file there instead.
		if (process.platform === "win32") this.skip();
		const link = join(folder, "dvw");
		symlinkSync(program, link);
		const manifest = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as { version: string };
		assert.deepEqual(await dvw(["--version"], { script: link }), { code: 0, out: `${manifest.version}\n`, err: "" });
	});
});

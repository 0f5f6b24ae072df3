// What VS Code loads in the extension host as its test entry: it runs the real one, a module that exports run(), and
// leaves a proof that run() has come back. In the browser it also sends what the tests print to the runner.
const { appendFileSync, writeFileSync } = require("node:fs");
const { Console } = require("node:console");
const { Writable } = require("node:stream");

exports.run = async function run() {
	const { DVW_TEST_OUTPUT, DVW_TEST_PROOF, DVW_TEST_ENTRY } = process.env;
	if (DVW_TEST_OUTPUT !== undefined) redirectOutput(DVW_TEST_OUTPUT);
	const tally = await require(DVW_TEST_ENTRY).run();
	// A window whose extension host has crashed reports exit code 0, so the runner asks for this file.
	writeFileSync(DVW_TEST_PROOF, JSON.stringify(tally ?? {}));
};

function redirectOutput(file) {
	const sink = () =>
		new Writable({
			decodeStrings: false,
			write(chunk, _encoding, done) {
				appendFileSync(file, chunk);
				done();
			},
		});
	for (const stream of [process.stdout, process.stderr]) {
		const writable = sink();
		stream.write = (...args) => writable.write(...args);
	}
	// The host defines console.log and its kin as read-only accessors: assigning to them does nothing and says nothing.
	globalThis.console = new Console({ stdout: sink(), stderr: sink() });
}

import assert from "node:assert/strict";
import { terminalOn } from "../../../src/cli/terminal.ts";
import { message } from "../../../src/words/message.ts";

/** Streams that keep what is written; `colors` undefined stands for a pipe or a file. */
function streams(colors?: boolean) {
	const written = { out: "", err: "" };
	const sink = (name: keyof typeof written) => ({
		write: (text: string) => {
			written[name] += text;
			return true;
		},
	});
	const tty = colors === undefined ? {} : { isTTY: true as const, hasColors: () => colors };
	return { written, terminal: terminalOn({ stdout: { ...sink("out"), ...tty }, stderr: sink("err") }) };
}

describe("terminal", () => {
	it("keeps data and words apart", () => {
		const { written, terminal } = streams();
		terminal.data("data");
		terminal.say(message("{name} says", { name: "dvw" }));
		terminal.sayText("help");
		assert.deepEqual(written, { out: "data\n", err: "dvw says\nhelp\n" });
	});

	it("lets nothing that a service said move the cursor or change colours", () => {
		const { written, terminal } = streams();
		terminal.say(message("It says: {message}", { message: "\u001b[2Jgone\r\nnext" }));
		assert.equal(written.err, "It says: \uFFFD[2Jgone\uFFFD\uFFFDnext\n");
	});

	for (const [name, colors, expected] of [
		["a pipe", undefined, false],
		["a terminal without colours or with NO_COLOR", false, false],
		["a terminal with colours", true, true],
	] as const)
		it(`${name}: ${expected ? "colours" : "no colours"}`, () => {
			assert.equal(streams(colors).terminal.color, expected);
		});
});

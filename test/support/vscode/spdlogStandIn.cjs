// Takes the place of @vscode/spdlog in the installed VS Code (see install.ts). It writes each line at once and never
// rotates: a test run is short. The names are those of spdlog's own interface.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const levels = ["trace", "debug", "info", "warning", "error", "critical"];

class Logger {
	#file;
	#level = 0;
	#plain = false;

	constructor(file) {
		mkdirSync(dirname(file), { recursive: true });
		// The Output panel opens the file, so it has to be there before the first line is.
		appendFileSync(file, "");
		this.#file = file;
		levels.forEach((name, level) => {
			this[name === "warning" ? "warn" : name] = (text) => this.#write(level, text);
		});
	}

	#write(level, text) {
		if (level < this.#level || this.#file === undefined) return;
		const time = new Date().toISOString().slice(0, -1).replace("T", " ");
		appendFileSync(this.#file, this.#plain ? String(text) : `${time} [${levels[level]}] ${text}\n`);
	}

	getLevel() {
		return this.#level;
	}

	setLevel(level) {
		this.#level = level;
	}

	setPattern() {}

	/** Output channels bring their own line breaks and times. */
	clearFormatters() {
		this.#plain = true;
	}

	flush() {}

	drop() {
		this.#file = undefined;
	}
}

// VS Code imports this as a module: only names that are assigned one by one like this are seen then.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.shutdown = () => undefined;
exports.createRotatingLogger = async (_name, file) => new Logger(file);
exports.createAsyncRotatingLogger = async (_name, file) => new Logger(file);

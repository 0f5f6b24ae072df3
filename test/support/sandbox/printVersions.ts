/** For a test: prints row versions of acknowledged transactions until it kills itself in the middle of one. */
import { writeSync } from "node:fs";
import { createTableStore } from "../../../src/sandbox/storage/createTableStore.ts";
import { openDatabase } from "../../../src/sandbox/storage/openDatabase.ts";
import { createSandboxSchema } from "../../../src/sandbox/schema/createSandboxSchema.ts";
import { shippedCatalog } from "./shippedCatalog.ts";

const opened = openDatabase(process.argv[2]);
if (!opened.ok) throw new Error(opened.problem);
const { database } = opened;
const store = createTableStore(database, createSandboxSchema(shippedCatalog()));
for (let round = 0; round < 20; round += 1) {
	const version = database.transaction(() => store.nextVersion(1 + (round % 3)));
	writeSync(1, `${version}\n`);
}
database.transaction(() => {
	store.nextVersion(1000);
	process.kill(process.pid, "SIGKILL");
});

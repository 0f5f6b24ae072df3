import type { Command } from "./command.ts";
import { compile } from "./compile.ts";
import { environments } from "./environments.ts";
import { odataParse } from "./odataParse.ts";
import { sandbox } from "./sandbox.ts";
import { search } from "./search.ts";
import { show } from "./show.ts";
import { stats } from "./stats.ts";
import { whoAmI } from "./whoAmI.ts";

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [compile, stats, show, search, odataParse, sandbox, whoAmI, environments];

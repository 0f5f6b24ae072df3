/**
 * For a test: one request to an environment behind the proxy that the environment variables of the process name, which
 * Node reads only when it starts. Prints in brief what came of it.
 */
import { inBrief, realExchange, sendBy } from "./realExchange.ts";

const exchange = realExchange(process.argv[2] ?? "", "the-token");
const write = { method: "POST", url: "accounts", body: "{}", write: true, repeat: "never" } as const;
console.log(inBrief(await sendBy(exchange)), "and", inBrief(await sendBy(exchange, write)));

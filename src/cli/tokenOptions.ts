import { cliHelp } from "../words/cliHelp.ts";
import { optionOnlyWith } from "../words/cliSignIn.ts";
import { optionsExclude } from "../words/cliUsage.ts";
import type { Message } from "../words/message.ts";
import type { OptionSpec, ParsedArguments } from "./command.ts";

/** Options of commands that need a token. It comes from DVW_TOKEN where neither switch says otherwise. */
export const tokenOptions: Readonly<Record<string, OptionSpec>> = {
	"token-stdin": { help: cliHelp.tokenStdin },
	"device-code": { help: cliHelp.deviceCode },
	tenant: { value: "TENANT", help: cliHelp.tenant },
	"client-id": { value: "ID", help: cliHelp.clientId },
};

/** What is wrong with them together. */
export function tokenOptionsMistake({ values, switches }: ParsedArguments): Message | undefined {
	if (switches.has("token-stdin") && switches.has("device-code"))
		return optionsExclude("--token-stdin", "--device-code");
	const needless = ["tenant", "client-id"].find((name) => values.has(name));
	return needless === undefined || switches.has("device-code")
		? undefined
		: optionOnlyWith(`--${needless}`, "--device-code");
}

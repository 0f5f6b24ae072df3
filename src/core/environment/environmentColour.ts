import type { Environment, EnvironmentColour, EnvironmentKind } from "./environment.ts";

const coloursOfKinds: Readonly<Record<EnvironmentKind, EnvironmentColour>> = {
	sandbox: "green",
	development: "blue",
	test: "yellow",
	production: "red",
};

/** The colour that a person chose for it, or the one of its kind. */
export function environmentColour({ colour, kind }: Pick<Environment, "colour" | "kind">): EnvironmentColour {
	return colour ?? coloursOfKinds[kind];
}

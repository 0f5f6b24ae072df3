import type { VNode } from "preact";
import type { EnvironmentBadge } from "../src/protocol/environmentBadge.ts";
import "./environmentBadge.css";

/** Where one is: name, kind and lock are words, so that nobody depends on the colour. */
export function EnvironmentMark({ environment }: { readonly environment: EnvironmentBadge }): VNode {
	const { name, kind, colour, lock, isLocked } = environment;
	return (
		<span class={`environment colour-${colour}`}>
			<span class="dot" aria-hidden="true" />
			<b>{name}</b> <span class="kind">{kind}</span>
			{lock === undefined ? null : <span class={isLocked ? "lock closed" : "lock"}>{lock}</span>}
		</span>
	);
}

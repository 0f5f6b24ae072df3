import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { usePage } from "./pageContext.ts";

export interface ShownJson {
	readonly record: string;
	readonly name: string;
	readonly text: string;
}

interface RowJsonProps {
	readonly shown: ShownJson;
	readonly onClose: () => void;
}

/** A record as the service sent it, beside the grid. */
export function RowJson({ shown, onClose }: RowJsonProps): VNode {
	const { say, channel, announce } = usePage();
	const text = useRef<HTMLPreElement>(null);
	useEffect(() => {
		text.current?.focus();
	}, [shown]);
	const copy = async () => {
		await channel.call("copy", { text: shown.text });
		announce(say("copied"));
	};
	return (
		<aside
			aria-label={say("jsonTitle", { record: shown.name })}
			onKeyDown={(event) => {
				if (event.key === "Escape") onClose();
			}}
		>
			<h2>{say("jsonTitle", { record: shown.name })}</h2>
			<span class="actions">
				<button type="button" class="link" onClick={() => void copy()}>
					{say("copy")}
				</button>
				<button type="button" class="link" onClick={onClose}>
					{say("close")}
				</button>
			</span>
			<pre ref={text} tabIndex={0}>
				{shown.text}
			</pre>
		</aside>
	);
}

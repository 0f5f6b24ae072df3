import { useEffect, useState } from "preact/hooks";

export type Answer<T> =
	| { readonly state: "waiting" }
	| { readonly state: "here"; readonly value: T }
	| { readonly state: "failed"; readonly reason: string; readonly again: () => void };

/** Asks once when the component appears, and again on demand after a failure. */
export function useAnswer<T>(ask: () => Promise<T>): Answer<T> {
	const [answer, setAnswer] = useState<Answer<T>>({ state: "waiting" });
	const [attempt, setAttempt] = useState(0);
	useEffect(() => {
		let gone = false;
		const again = () => {
			setAnswer({ state: "waiting" });
			setAttempt(attempt + 1);
		};
		ask().then(
			(value) => {
				if (!gone) setAnswer({ state: "here", value });
			},
			(error: unknown) => {
				const reason = error instanceof Error ? error.message : String(error);
				if (!gone) setAnswer({ state: "failed", reason, again });
			},
		);
		return () => {
			gone = true;
		};
	}, [attempt]);
	return answer;
}

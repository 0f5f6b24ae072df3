/** What the page Review Changes and the extension tell each other. Texts arrive ready and localised. */
import type { EnvironmentBadge } from "./environmentBadge.ts";

export interface ReviewedCell {
	/** Display name and logical name of the column, the leading one first. */
	readonly column: readonly string[];
	readonly before: string;
	readonly after: string;
	/** The whole sentence, for screen readers: "Fabrikam: Revenue €60,000.00 → €72,000.00". */
	readonly sentence: string;
}

export interface ReviewedRequest {
	readonly method: string;
	readonly url: string;
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly body: string;
}

/** What became of a change. One that waits has none. */
export type ReviewedOutcome =
	| { readonly state: "saving"; readonly text: string }
	/** `text` tells the new version. */
	| { readonly state: "saved"; readonly text: string }
	| {
			readonly state: "conflict" | "unsure" | "failed";
			readonly text: string;
			readonly next?: string;
			readonly actions: readonly ReviewAction[];
			/** Columns that are another now than when they were shown: what is there, for each. */
			readonly theirs?: readonly (readonly [column: string, value: string])[];
	  };

export type ReviewAction =
	/** Reads the record again; what is staged stays, over the new version. */
	| "takeNew"
	/** Reads the record again to find out whether it was saved. */
	| "check"
	/** What the service really said. */
	| "details";

export interface ReviewedChange {
	readonly record: string;
	readonly name: string;
	/** The version that is written over; absent where the table has none: then any is. */
	readonly version?: string;
	readonly cells: readonly ReviewedCell[];
	readonly request: ReviewedRequest;
	readonly outcome?: ReviewedOutcome;
}

export interface ReviewState {
	/** What the changes are of. */
	readonly title: string;
	readonly changes: readonly ReviewedChange[];
	readonly environment: EnvironmentBadge;
	/** "Save 3 changes to Sandbox"; absent where there is nothing to save. */
	readonly save?: string;
	/** While it is being saved: how far, and what is waited for. */
	readonly saving?: string;
	/** What came of the last saving, in one sentence. */
	readonly summary?: string;
}

export interface ReviewStart {
	readonly words: Readonly<Record<string, string>>;
	readonly language: string;
	readonly state: ReviewState;
}

export interface ReviewMessages {
	readonly toHost: {
		readonly start: { readonly params: null; readonly result: ReviewStart };
		readonly save: { readonly params: null; readonly result: null };
		readonly cancel: { readonly params: null; readonly result: null };
		readonly unlock: { readonly params: null; readonly result: null };
		/** Back to the rows, at this record. */
		readonly show: { readonly params: { readonly record?: string }; readonly result: null };
		readonly copy: { readonly params: { readonly record: string }; readonly result: null };
		readonly act: {
			readonly params: { readonly record: string; readonly action: ReviewAction };
			readonly result: null;
		};
	};
	readonly toView: {
		readonly state: { readonly params: ReviewState; readonly result: null };
	};
}

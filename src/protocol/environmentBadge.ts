import type { EnvironmentColour } from "../core/environment/environment.ts";

/** An environment as a page names it: always with its kind, its colour and whether it can be written to. */
export interface EnvironmentBadge {
	readonly name: string;
	/** "practice", "PRODUCTION" */
	readonly kind: string;
	readonly colour: EnvironmentColour;
	/** "read-only", or until when it is unlocked; absent where there is no lock. */
	readonly lock?: string;
	/** Nothing can be written before it is unlocked. */
	readonly isLocked: boolean;
}

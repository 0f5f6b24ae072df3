/** How an environment looks in the view, in lists and in the status bar: plain data, without VS Code. */
import { type Environment, type EnvironmentColour, sandboxId } from "../../core/environment/environment.ts";
import { environmentColour } from "../../core/environment/environmentColour.ts";
import type { LockState } from "../../core/environment/environmentLock.ts";
import {
	environmentWords,
	kindWords,
	lockWords,
	tooltipKind,
	tooltipTenant,
	tooltipUrl,
	tooltipUser,
	tooltipVersion,
} from "../../words/environments.ts";
import type { Message } from "../../words/message.ts";

/** An environment with all that is known of it in this window. */
export interface EnvironmentView {
	readonly environment: Environment;
	readonly lock: LockState;
	readonly isCurrent: boolean;
	/** The sandbox runs at its address: nobody signs in there. */
	readonly isRunning: boolean;
	/** Absent where nobody is signed in. */
	readonly user?: string;
	readonly version?: string;
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly say: (message: Message) => string;
}

export interface EnvironmentLook {
	readonly label: string;
	/** Joined by a middle dot; what matters most comes first, because the view cuts the end off. */
	readonly description: readonly string[];
	/** The same for a screen reader, with the marks in words. */
	readonly spoken: readonly string[];
	/** A codicon. */
	readonly icon: string;
	readonly colour: EnvironmentColour;
	readonly tooltip: readonly string[];
	/** Words that menus look for in `viewItem`. */
	readonly context: readonly string[];
}

export function environmentLook(view: EnvironmentView): EnvironmentLook {
	const { environment, say } = view;
	const { name, kind, source } = environment;
	const short = say(kindWords[kind].short);
	const state = [...stateParts(view), ...(source === "workspace" ? [say(environmentWords.shared)] : [])];
	return {
		label: name,
		description: [view.isCurrent ? `✓ ${short}` : short, ...state],
		spoken: [name, ...(view.isCurrent ? [say(environmentWords.current)] : []), short, ...state],
		icon: iconOf(view),
		colour: environmentColour(environment),
		tooltip: tooltipOf(view),
		context: contextOf(view),
	};
}

/** Whole minutes that are left, as people count them: 14 min 1 s are 15. */
export function minutesLeft(until: number, now: number): number {
	return Math.max(1, Math.ceil((until - now) / 60_000));
}

/** The state of the lock in words; none where there is nothing to say. */
export function lockText({ lock, now, say }: Pick<EnvironmentView, "lock" | "now" | "say">): readonly string[] {
	switch (lock.state) {
		case "open":
			return [];
		case "locked":
			return [say(environmentWords.readOnly)];
		case "unlocked":
			return [say(lockWords.left(minutesLeft(lock.until, now)))];
	}
}

function stateParts(view: EnvironmentView): readonly string[] {
	const { environment, isRunning, user, say } = view;
	if (environment.id === sandboxId) return [say(isRunning ? environmentWords.running : environmentWords.stopped)];
	const account = isRunning ? environmentWords.atSandbox : environmentWords.notSignedIn;
	return [...lockText(view), user ?? say(account)];
}

/** The shape says what the colour says, for who does not see colours. */
function iconOf({ environment, lock, isCurrent }: EnvironmentView): string {
	if (environment.id === sandboxId) return "beaker";
	if (lock.state !== "open") return lock.state === "locked" ? "lock" : "unlock";
	return isCurrent ? "circle-filled" : "circle-outline";
}

function tooltipOf({ environment, user, version, isRunning, say }: EnvironmentView): readonly string[] {
	const { id, name, url, kind, tenant, source } = environment;
	const isSandbox = id === sandboxId;
	return [
		name,
		...(isSandbox && !isRunning ? [] : [say(tooltipUrl(url))]),
		`${say(tooltipKind(say(kindWords[kind].short)))}. ${say(kindWords[kind].detail)}`,
		...(user === undefined ? [] : [say(tooltipUser(user))]),
		...(version === undefined ? [] : [say(tooltipVersion(version))]),
		...(tenant === undefined ? [] : [say(tooltipTenant(tenant))]),
		...(source === "workspace" ? [say(environmentWords.shared)] : []),
	];
}

function contextOf({ environment, lock, isCurrent, isRunning, user }: EnvironmentView): readonly string[] {
	const isSandbox = environment.id === sandboxId;
	return [
		"environment",
		isSandbox ? "sandbox" : "hosted",
		...(isCurrent ? ["current"] : []),
		...(isSandbox ? [] : [environment.source === "user" ? "own" : "shared"]),
		...(isSandbox || isRunning ? [] : [user === undefined ? "signedOut" : "signedIn"]),
		...(lock.state === "open" ? [] : [lock.state]),
	];
}

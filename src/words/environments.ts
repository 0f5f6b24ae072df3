/** What the list of environments, the status bar and their commands say. */
import type { EnvironmentColour, EnvironmentKind } from "../core/environment/environment.ts";
import type { EnvironmentUrlProblem } from "../core/environment/readEnvironmentUrl.ts";
import { counted } from "./count.ts";
import { type Message, message } from "./message.ts";

interface KindWords {
	/** As it stands beside a name. */
	readonly short: Message;
	/** As it stands alone. */
	readonly label: Message;
	readonly detail: Message;
}

export const kindWords: Readonly<Record<EnvironmentKind, KindWords>> = {
	sandbox: {
		short: message("practice"),
		label: message("Practice"),
		detail: message("Everything in it may be lost."),
	},
	development: {
		short: message("development"),
		label: message("Development"),
		detail: message("Where things are built."),
	},
	test: {
		short: message("test"),
		label: message("Test"),
		detail: message("Where things are tried before they go live."),
	},
	production: {
		short: message("PRODUCTION"),
		label: message("Production"),
		detail: message("Where people work: read-only until you unlock it. Choose this when in doubt."),
	},
};

export const colourWords: Readonly<Record<EnvironmentColour, Message>> = {
	green: message("Green"),
	blue: message("Blue"),
	yellow: message("Yellow"),
	orange: message("Orange"),
	red: message("Red"),
	purple: message("Purple"),
};

/** Clouds by their id. */
export const cloudWords: Readonly<Record<string, Message | undefined>> = {
	commercial: message("Commercial Cloud"),
	gcc: message("US Government (GCC)"),
	gccHigh: message("US Government (GCC High)"),
	dod: message("US Department of Defense"),
	china: message("China (21Vianet)"),
};

export const environmentUrlProblems: Readonly<Record<EnvironmentUrlProblem, Message>> = {
	empty: message("Paste the address of the environment."),
	notAUrl: message("This is no address. It looks like https://contoso.crm4.dynamics.com."),
	notSecure: message("The address must begin with https: tokens are sent over nothing else."),
	credentials: message("Take the user name and the password out of the address. You sign in in a later step."),
	portal: message(
		"This is a page for makers or administrators, which does not tell the environment's address. There, open Settings > Session details or Developer resources and copy the URL of the instance or of the Web API.",
	),
	discovery: message("This is the address of a discovery service. Choose to find environments by signing in instead."),
};

export const environmentWords = {
	current: message("current"),
	readOnly: message("read-only"),
	notSignedIn: message("not signed in"),
	running: message("running"),
	stopped: message("click to start"),
	atSandbox: message("at the sandbox's address"),
	shared: message("shared by the workspace"),
	hint: message("Click the sandbox to practise on this machine, or add an environment of yours."),
	newer: message(
		"Your environments were written by a newer version of Dataverse Workbench and stay untouched. Update the extension to see and change them.",
	),
	choosePlaceHolder: message("Which environment?"),
	switchPlaceHolder: message("Which environment do you want to work with in this window?"),
	add: message("Add Environment…"),
	onlyThisFile: message("Choose for This File Only…"),
	sameAsWindow: message("Same as the Window"),
	noneForWindow: message("none is chosen for the window"),
	gone: message("That environment is not in your list any more."),
	notAQueryFile: message("Open a file of requests or queries (.http, .rest or .odata) first."),
	none: message("No environment"),
	noneTooltip: message("Choose the Dataverse environment that this file is run against."),
	switchTooltip: message("Click to switch."),
	openOnThisFile: message("Chosen for this file."),
	name: message("Name"),
} as const;

export const addWords = {
	title: message("Add environment"),
	placeHolder: message("Where is it?"),
	byUrl: message("By its Address"),
	byUrlDetail: message("Paste the address from the browser, of the Web API, or a connection string."),
	byDiscovery: message("Find My Environments"),
	byDiscoveryDetail: message("Signs in and lists the environments that you are a user of."),
	sandbox: message("The Sandbox"),
	sandboxDetail: message("A server on this machine with sample records, for practice. Needs no account."),
	urlPrompt: message("Address of the environment"),
	urlExample: message("https://contoso.crm4.dynamics.com"),
	namePrompt: message("Name, as you call it. Of production it is typed to unlock it."),
	nameMissing: message("Enter a name."),
	kindPlaceHolder: message("What is it for?"),
	addAnyway: message("Add Anyway"),
	cloudPlaceHolder: message("Which cloud are they in?"),
	finding: message("Finding your environments"),
	pickFound: message("Which do you want to add? Kinds are set by what discovery knows, and can be edited."),
	disabled: message("switched off"),
	inList: message("in your list"),
	noneFound: message("Global discovery knows no environment that this account is an enabled user of."),
	addByUrl: message("Add by Address"),
	notAnAnswer: message("Global discovery did not answer as it is documented to."),
	checking: message("Connecting"),
} as const;

export const editWords = {
	placeHolder: message("What do you want to change?"),
	name: message("Name"),
	kind: message("Kind"),
	colour: message("Colour"),
	tenant: message("Tenant"),
	method: message("Way to Sign In"),
	notChosen: message("not chosen yet"),
	byKind: message("by its kind"),
	tenantPrompt: message("Id or domain of the tenant; empty to let the environment tell"),
	tenantForm: message("A domain (contoso.onmicrosoft.com) or an id (00000000-0000-0000-0000-000000000000)."),
	ofTheEnvironment: message("the environment tells"),
	loosenDetail: message(
		"Then it can be written to without being unlocked. A file of the workspace may still hold it at production.",
	),
	loosen: message("It Is Not Production"),
	strictByFile: message("The workspace's file holds it at this kind."),
	sandboxFixed: message("The sandbox has nothing to edit. Its menu has what can be done with it."),
	colourPlaceHolder: message("Which colour?"),
	remove: message("Remove"),
	removeDetail: message(
		"What is kept to sign in goes from this machine with it. Nothing changes in the environment itself.",
	),
	sharedNotRemovable: message(
		"It comes from the file that the workspace shares. Take it out there, or it comes back for everybody.",
	),
	openFile: message("Open File"),
	nothingToOpen: message("The sandbox has no pages to open in a browser."),
	urlCopied: message("The address is on the clipboard."),
} as const;

export const signInWords = {
	noNeed: message("The sandbox needs no sign-in."),
	signedOut: (name: string): Message => message("You are signed out of {name}.", { name }),
	connected: (name: string, user: string, version: string): Message =>
		message("Connected to {name} as {user}, version {version}.", { name, user, version }),
	connectedOnly: (name: string): Message => message("Connected to {name}.", { name }),
	howTo: (name: string): Message => message("Sign in to {name}", { name }),
} as const;

export const lockWords = {
	unlock: message("Unlock"),
	typed: (name: string): Message => message("Type {name}, exactly so", { name }),
	prompt: (name: string, minutes: number): Message =>
		counted(
			minutes,
			"{name} is production. Type its name to let this window write to it for 1 minute.",
			"{name} is production. Type its name to let this window write to it for {count} minutes.",
			{ name },
		),
	unlocked: (name: string, minutes: number): Message =>
		counted(
			minutes,
			"This window can write to {name} for 1 minute.",
			"This window can write to {name} for {count} minutes.",
			{ name },
		),
	locked: (name: string): Message => message("{name} is read-only again.", { name }),
	notLocked: (name: string): Message => message("{name} needs no unlocking: it is not production.", { name }),
	left: (minutes: number): Message => counted(minutes, "unlocked, 1 min left", "unlocked, {count} min left"),
} as const;

export const sharedWords = {
	/** `where` says which file. */
	refused: {
		notJson: (file: string): Message => message("{file} cannot be read: it is no JSON.", { file }),
		unreadable: (file: string): Message =>
			message("{file} cannot be read, or is too large for a list of environments.", { file }),
		notAList: (file: string): Message => message('{file} has no list named "environments".', { file }),
		newer: (file: string): Message =>
			message("{file} was made for a newer version of Dataverse Workbench. Update the extension.", { file }),
		secret: (file: string, where: string): Message =>
			message(
				"{file} is ignored: {where} looks like a secret. A shared file must hold none; take it out and, if the file was shared already, replace the secret.",
				{ file, where },
			),
		outside: (file: string): Message =>
			message("{file} is ignored: the setting names a file outside of the workspace folder.", { file }),
	},
	entries: (file: string, entries: string): Message =>
		message("{file}: entries were left out, because their URL or kind is not right: {entries}.", { file, entries }),
	confirm: (name: string, host: string): Message =>
		message("Use {host}, which the workspace calls {name}?", { host, name }),
	confirmDetail: message(
		"A file of this workspace names this host, and you have not used it before. Signing in lets it act for you there. Go on only if you know it.",
	),
	confirmTenant: (tenant: string): Message => message("You would sign in to the tenant {tenant}.", { tenant }),
	use: message("Use This Host"),
	shared: (name: string, file: string): Message => message("{name} is in {file}, for everybody.", { name, file }),
	already: (name: string, file: string): Message => message("{name} is in {file} already.", { name, file }),
	noFolder: message("Open a folder first: the list is shared by a file in it."),
	notTrusted: message("Trust this workspace first: in Restricted Mode the shared list is neither read nor written."),
	notReadable: (file: string): Message => message("{file} is not as it should be. Mend it first.", { file }),
	noSandbox: message("The sandbox is each person's own and cannot be shared."),
} as const;

export function unknownHost(host: string): Message {
	return message("{host} is not in one of the clouds that Dataverse is known to run in. Is it right?", { host });
}

export function loosenQuestion(name: string, kind: string): Message {
	return message("Change {name} from production to {kind}?", { name, kind });
}

export function removeQuestion(name: string): Message {
	return message("Remove {name} from the list?", { name });
}

export function addedCount(environments: number): Message {
	return counted(environments, "1 environment was added.", "{count} environments were added.");
}

export function inListAlready(name: string): Message {
	return message("It is in your list already, as {name}.", { name });
}

export function tooltipUrl(url: string): Message {
	return message("Address: {url}", { url });
}

export function tooltipKind(kind: string): Message {
	return message("Kind: {kind}", { kind });
}

export function tooltipUser(user: string): Message {
	return message("Signed in as {user}", { user });
}

export function tooltipVersion(version: string): Message {
	return message("Version {version}", { version });
}

export function tooltipTenant(tenant: string): Message {
	return message("Tenant: {tenant}", { tenant });
}

export function statusTooltip(name: string): Message {
	return message("Dataverse environment: {name}", { name });
}

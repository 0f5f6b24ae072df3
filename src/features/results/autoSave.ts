/** What is known when VS Code asks to save a document. It does not say whether a person or auto-save asked. */
export interface SaveMoment {
	/** The setting `files.autoSave`. */
	readonly mode: string;
	/** The setting `files.autoSaveDelay`, milliseconds. */
	readonly delay: number;
	/** Milliseconds since the last edit. */
	readonly sinceEdit: number;
	/** Milliseconds since auto-save was set: when it is turned on, VS Code saves what is dirty at once. */
	readonly sinceSet: number;
	/** The document is in front, and so is the window. */
	readonly isInFront: boolean;
}

/** A loaded machine is late. */
const slackMs = 3000;

/**
 * Whether auto-save asks, as far as can be told. Nothing is sent either way: a person is led to Review, and auto-save is
 * told that the document stays as it is.
 */
export function isAutoSave({ mode, delay, sinceEdit, sinceSet, isInFront }: SaveMoment): boolean {
	if (mode !== "off" && sinceSet < slackMs) return true;
	switch (mode) {
		case "off":
			return false;
		case "afterDelay":
			return sinceEdit < delay + slackMs;
		default:
			return !isInFront;
	}
}

/** What the process ends with; told by `dvw --help` and the README. */
export const exitCodes = {
	ok: 0,
	/** The command ran and the answer is no: not found, unreadable, pages that are no tables, or refused. */
	problems: 1,
	/** The command line itself is wrong; nothing was done. */
	usage: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

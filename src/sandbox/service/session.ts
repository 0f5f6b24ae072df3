/** Who asks and when: fixed for the length of one request. */
export interface Session {
	/** The user whose token came with the request. */
	readonly callerId: string;
	/** The user it acts for (impersonation); else the caller. */
	readonly userId: string;
	/** IANA name of the acting user's time zone: "Europe/Berlin". Date functions and formatted dates use it. */
	readonly timeZone: string;
	/** BCP 47 tag of the acting user's formats: "en-US". */
	readonly locale: string;
	/** One moment for the whole request, milliseconds since 1970, from the sandbox's clock. */
	readonly now: number;
}

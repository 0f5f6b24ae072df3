/** Time, handed in: the core has no clock of its own, and a test waits for nothing. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Resolves after that many milliseconds, or at once when the signal is aborted; never rejects. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

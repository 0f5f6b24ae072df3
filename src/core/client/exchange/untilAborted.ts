/**
 * The promise's value, or undefined as soon as the signal is aborted, whatever the promise does then. It must not reject
 * before that; what it does afterwards is nobody's concern.
 */
export async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value | undefined> {
	if (signal.aborted) {
		promise.catch(() => undefined);
		return undefined;
	}
	return await new Promise((resolve, reject) => {
		const giveUp = (): void => {
			resolve(undefined);
		};
		signal.addEventListener("abort", giveUp, { once: true });
		promise.then(
			(value) => {
				signal.removeEventListener("abort", giveUp);
				resolve(value);
			},
			(error: unknown) => {
				signal.removeEventListener("abort", giveUp);
				reject(error instanceof Error ? error : new Error(String(error)));
			},
		);
	});
}

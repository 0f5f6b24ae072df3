/** A part of the extension whose code is loaded with its first use. */
export interface Later<Part> {
	/** Loads it, or gives the one that is there. A load that failed is tried again by the next call. */
	get(): Promise<Part>;
	/** The part, where its code is loaded already. */
	readonly loaded: Part | undefined;
}

export function later<Part>(load: () => Promise<Part>): Later<Part> {
	let loading: Promise<Part> | undefined;
	let loaded: Part | undefined;
	const start = async (): Promise<Part> => {
		try {
			return (loaded = await load());
		} catch (error) {
			loading = undefined;
			throw error;
		}
	};
	return {
		get: () => (loading ??= start()),
		get loaded() {
			return loaded;
		},
	};
}

import type { Adapter, AdapterPayload } from "oidc-provider";

/**
 * What the provider keeps, in memory. Nothing goes by itself, so that the provider can tell "expired" from "never heard
 * of", as the real service does.
 */
export class ProviderStore {
	readonly #models = new Map<string, Map<string, AdapterPayload>>();

	/** What oidc-provider calls for each of its models. */
	readonly adapter = (model: string): Adapter => {
		const things = this.#model(model);
		const find = (test: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> =>
			Promise.resolve(Array.from(things.values()).find(test));
		const done = (): Promise<void> => Promise.resolve();
		return {
			upsert: (id, payload) => {
				things.set(id, payload);
				return done();
			},
			find: (id) => Promise.resolve(things.get(id)),
			findByUserCode: (userCode) => find((payload) => payload.userCode === userCode),
			findByUid: (uid) => find((payload) => payload.uid === uid),
			consume: (id) => {
				const payload = things.get(id);
				if (payload !== undefined) payload.consumed = now();
				return done();
			},
			destroy: (id) => {
				things.delete(id);
				return done();
			},
			revokeByGrantId: (grantId) => {
				for (const [id, payload] of things) if (payload.grantId === grantId) things.delete(id);
				return done();
			},
		};
	};

	/** Takes every refresh token back. */
	revokeRefreshTokens(): void {
		this.#model("RefreshToken").clear();
	}

	/** Lets every refresh token end now. */
	expireRefreshTokens(): void {
		for (const payload of this.#model("RefreshToken").values()) payload.exp = now() - 1;
	}

	#model(name: string): Map<string, AdapterPayload> {
		const known = this.#models.get(name) ?? new Map<string, AdapterPayload>();
		this.#models.set(name, known);
		return known;
	}
}

function now(): number {
	return Math.floor(Date.now() / 1000);
}

/** Names that secrets are kept under, whatever the spelling: "client_secret", "clientSecret", "Password". */
const secretName =
	/secret|passw|pwd|passphrase|token|apikey|accesskey|privatekey|credential|certificate|pfx|pem$|connectionstring/;

/** What tokens, keys and connection strings look like. */
const secretValue =
	/-----BEGIN [A-Z ]+-----|\beyJ[\w-]{10,}\.[\w-]+\.|\b(client)?(secret|password|pwd)\s*=|^[\w~.-]{3}\dQ~[\w~.-]{31,}$/i;

/**
 * The path ("environments[0].clientSecret") of the first thing in parsed JSON that looks like a secret; undefined where
 * there is none. The value itself is never given.
 */
export function secretIn(data: unknown, path = ""): string | undefined {
	if (typeof data === "string") return secretValue.test(data) ? path : undefined;
	if (Array.isArray(data)) return first(data.map((item, index) => () => secretIn(item, `${path}[${index}]`)));
	if (typeof data !== "object" || data === null) return undefined;
	return first(
		Object.entries(data).map(([name, value]) => () => {
			const here = path === "" ? name : `${path}.${name}`;
			return secretName.test(name.toLowerCase().replace(/[^a-z]/g, "")) ? here : secretIn(value, here);
		}),
	);
}

function first(questions: readonly (() => string | undefined)[]): string | undefined {
	for (const question of questions) {
		const answer = question();
		if (answer !== undefined) return answer;
	}
	return undefined;
}

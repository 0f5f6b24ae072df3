import { createHash } from "node:crypto";

/** Keys in the secret store. Keys are not secret themselves, so who is signed in does not show in them. */
export const indexKey = "dataverseWorkbench.signIn.index";

export function accountKey(authority: string, homeAccountId: string): string {
	const hash = createHash("sha256").update(`${authority} ${homeAccountId}`).digest("hex");
	return `dataverseWorkbench.signIn.account.${hash.slice(0, 32)}`;
}

export function secretKey(environmentId: string): string {
	return `dataverseWorkbench.signIn.secret.${environmentId}`;
}

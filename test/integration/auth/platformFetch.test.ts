import { deepEqual, equal } from "node:assert/strict";
import { join } from "node:path";
import { runToEnd } from "../../support/childProcess.ts";
import { type Identity, startIdentity } from "../../support/identity/startIdentity.ts";
import type { SignInOnce } from "../../support/identity/signInOnce.ts";
import { projectFolder } from "../../support/sharedFolder.ts";

describe("sign-in over the platform's own fetch", function () {
	this.timeout(60_000);
	let identity: Identity;

	before(async () => {
		identity = await startIdentity();
	});

	after(() => identity.close());

	/** Last line of a process that trusts that certificate besides those that Node comes with. */
	async function signIn(caFile: string | undefined): Promise<string | undefined> {
		const { clientId, secret } = identity.applications.secret;
		const { cloud, environmentUrl } = identity;
		const what: SignInOnce = { cloud, environmentUrl, clientId, secret };
		const { NODE_EXTRA_CA_CERTS: _unwanted, NODE_TLS_REJECT_UNAUTHORIZED: _never, ...others } = process.env;
		const trusted = caFile === undefined ? {} : { NODE_EXTRA_CA_CERTS: caFile };
		const env = { ...others, ...trusted, DVW_SIGN_IN: JSON.stringify(what) };
		const script = join(projectFolder, "test", "support", "identity", "signInOnce.ts");
		const { output } = await runToEnd(process.execPath, [...process.execArgv, script], { env });
		return output.trim().split("\n").at(-1);
	}

	it("works where the machine trusts the certificate", async () => {
		equal(await signIn(identity.caFile), "signed in");
	});

	it("reports a certificate that the machine does not trust, and sends nothing", async () => {
		const before = identity.front.seen.length;
		equal(await signIn(undefined), "untrustedCertificate");
		equal(identity.front.seen.length, before);
		deepEqual(identity.elsewhere.requests, []);
	});
});

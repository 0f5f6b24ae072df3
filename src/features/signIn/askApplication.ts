import { type Uri, window, workspace } from "vscode";
import type { ClientCertificate } from "../../auth/auth.ts";
import { say } from "../../host/say.ts";
import type { Message } from "../../words/message.ts";
import { pemProblemMessage, type PemProblem, signInPromptWords as words } from "../../words/signInPrompts.ts";
import { needsPassphrase, pemProblem } from "./pem.ts";

/** The longest file that is read as a certificate with its chain, bytes. */
const longestPem = 256 * 1024;

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Asks for the client id of an application; undefined where the person gave up. */
export async function askClientId(title: Message, value = ""): Promise<string | undefined> {
	const given = await window.showInputBox({
		title: say(title),
		prompt: say(words.clientId),
		value,
		ignoreFocusOut: true,
		validateInput: (text) => (guid.test(text.trim()) ? undefined : say(words.clientIdForm)),
	});
	return given?.trim().toLowerCase();
}

/** Asks for a client secret without showing it. */
export async function askSecret(title: Message): Promise<string | undefined> {
	const given = await window.showInputBox({
		title: say(title),
		prompt: say(words.clientSecret),
		password: true,
		ignoreFocusOut: true,
		validateInput: (text) => {
			if (text.trim() === "") return say(words.clientSecretMissing);
			// The portal shows an ID beside the value, and copying the wrong one is the usual mistake.
			return guid.test(text.trim()) ? say(words.clientSecretIsId) : undefined;
		},
	});
	return given?.trim();
}

/** Asks for one or two PEM files and, where the key is encrypted, its passphrase. The files stay where they are. */
export async function askCertificate(title: Message): Promise<ClientCertificate | undefined> {
	const files = await window.showOpenDialog({
		title: say(words.certificateTitle),
		openLabel: say(words.certificateUse),
		canSelectMany: true,
		filters: { [say(words.certificateFiles)]: ["pem", "crt", "cer", "key"] },
	});
	if (files === undefined || files.length === 0) return undefined;
	const pem = await readPem(files);
	if (pem === undefined) return undefined;
	if (!needsPassphrase(pem)) return { pem };
	const passphrase = await window.showInputBox({
		title: say(title),
		prompt: say(words.passphrase),
		password: true,
		ignoreFocusOut: true,
	});
	return passphrase === undefined ? undefined : { pem, passphrase };
}

/** The text of the files together; undefined where it is no certificate with its key, which the person is told. */
async function readPem(files: readonly Uri[]): Promise<string | undefined> {
	const texts: string[] = [];
	for (const file of files) {
		const text = await readSmallText(file);
		if (typeof text !== "string") {
			refuse(text.problem, file);
			return undefined;
		}
		texts.push(text);
	}
	const pem = texts.join("\n");
	const problem = pemProblem(pem);
	if (problem === undefined) return pem;
	refuse(problem, files[0]);
	return undefined;
}

async function readSmallText(file: Uri): Promise<string | { readonly problem: PemProblem }> {
	try {
		if ((await workspace.fs.stat(file)).size > longestPem) return { problem: "tooLarge" };
		return new TextDecoder().decode(await workspace.fs.readFile(file));
	} catch {
		return { problem: "notReadable" };
	}
}

function refuse(problem: PemProblem, file: Uri | undefined): void {
	const name = file?.path.replace(/^.*\//, "") ?? "";
	void window.showErrorMessage(say(pemProblemMessage(problem, name)));
}

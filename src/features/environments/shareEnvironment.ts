import { FileSystemError, Range, Uri, window, workspace, WorkspaceEdit, type WorkspaceFolder } from "vscode";
import { addSharedEntry } from "../../core/environment/addSharedEntry.ts";
import { type Environment, sandboxId } from "../../core/environment/environment.ts";
import { readSharedFile } from "../../core/environment/sharedEnvironments.ts";
import { say } from "../../host/say.ts";
import { trustedClouds } from "../../host/trustedClouds.ts";
import { sharedWords } from "../../words/environments.ts";
import type { Message } from "../../words/message.ts";
import { sharedFileOf } from "./sharedFiles.ts";

/** Writes an environment into the file that a folder shares, without anything of the person, and shows the file. */
export async function shareEnvironment(environment: Environment): Promise<void> {
	if (environment.id === sandboxId) {
		tell(sharedWords.noSandbox);
		return;
	}
	if (!workspace.isTrusted) {
		tell(sharedWords.notTrusted);
		return;
	}
	const folder = await askForFolder();
	if (folder === undefined) return;
	const file = sharedFileOf(folder);
	if (file === undefined) {
		tell(sharedWords.refused.outside(folder.name));
		return;
	}
	await writeEntry(environment, file);
}

async function askForFolder(): Promise<WorkspaceFolder | undefined> {
	const folders = workspace.workspaceFolders ?? [];
	if (folders.length === 0) tell(sharedWords.noFolder);
	return folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
}

/** The edit is one of the open document: it can be undone, and what is not saved there is not lost. */
async function writeEntry(environment: Environment, file: Uri): Promise<void> {
	const path = workspace.asRelativePath(file);
	if (!(await exists(file)))
		await workspace.fs.writeFile(file, new TextEncoder().encode('{\n\t"environments": []\n}\n'));
	const document = await workspace.openTextDocument(file);
	const text = document.getText();
	const read = readSharedFile(text, trustedClouds);
	const { name, url, kind, colour, tenant } = environment;
	const entry = { name, url, kind, ...(colour && { colour }), ...(tenant !== undefined && { tenant }) };
	const changed = read.ok ? addSharedEntry(text, entry) : undefined;
	await window.showTextDocument(document);
	if (!read.ok || changed === undefined) {
		tell(sharedWords.notReadable(path));
		return;
	}
	if (read.value.environments.some((each) => each.url === url)) {
		tell(sharedWords.already(name, path));
		return;
	}
	const edit = new WorkspaceEdit();
	edit.replace(file, new Range(document.positionAt(0), document.positionAt(text.length)), changed);
	await workspace.applyEdit(edit);
	await document.save();
	tell(sharedWords.shared(name, path));
}

async function exists(file: Uri): Promise<boolean> {
	try {
		await workspace.fs.stat(file);
		return true;
	} catch (error) {
		if (error instanceof FileSystemError) return false;
		throw error;
	}
}

function tell(text: Message): void {
	void window.showInformationMessage(say(text));
}

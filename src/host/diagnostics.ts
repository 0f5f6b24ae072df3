import { type ExtensionContext, env, version } from "vscode";

/** What a report of a problem needs to know of the machine: versions only, no path, no name and no setting's text. */
export function diagnosticsText({ extension }: ExtensionContext, bundle: string): string {
	const { version: own } = extension.packageJSON as { readonly version: string };
	return [
		`Dataverse Workbench ${own}`,
		`Editor: ${env.appName} ${version} (${env.appHost}${env.remoteName === undefined ? "" : ", remote"})`,
		`Language: ${env.language}`,
		`Node: ${process.versions.node} on ${process.platform} ${process.arch}`,
		`Schema: ${bundle}`,
	].join("\n");
}

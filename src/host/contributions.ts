/**
 * Everything that package.json contributes and code refers to, once. A test compares these lists with package.json in
 * both directions, so a name that is missing on either side fails.
 */

/** A table page, or one of its columns. Tree nodes are such places too, so menus pass them on as they are. */
export interface SchemaPlace {
	readonly table: string;
	readonly column?: string;
}

/**
 * Each command with the arguments it is called with. Arguments also come from keybindings, links and other extensions:
 * a handler takes them as unknown and looks before it uses them.
 */
export interface CommandArguments {
	/** The text the search starts with. */
	"dataverseWorkbench.searchSchema": readonly [text?: string];
	"dataverseWorkbench.openTablePage": readonly [place?: SchemaPlace];
	"dataverseWorkbench.openDocumentation": readonly [place?: SchemaPlace];
	"dataverseWorkbench.revealInTree": readonly [place?: SchemaPlace];
	"dataverseWorkbench.insertText": readonly [text?: string];
	"dataverseWorkbench.insertName": readonly [node?: unknown];
	"dataverseWorkbench.copyLogicalName": TreeArguments;
	"dataverseWorkbench.copySchemaName": TreeArguments;
	"dataverseWorkbench.copyEntitySetName": TreeArguments;
	"dataverseWorkbench.copyNavigationProperty": TreeArguments;
	"dataverseWorkbench.copyOptionValue": TreeArguments;
	"dataverseWorkbench.copyOptionLabel": TreeArguments;
	"dataverseWorkbench.addFavourite": TreeArguments;
	"dataverseWorkbench.removeFavourite": TreeArguments;
	"dataverseWorkbench.filterTables": readonly [];
	"dataverseWorkbench.clearFilter": readonly [];
	"dataverseWorkbench.arrangeSchema": readonly [];
	"dataverseWorkbench.addEnvironment": readonly [];
	"dataverseWorkbench.switchEnvironment": readonly [];
	"dataverseWorkbench.useEnvironment": EnvironmentArguments;
	"dataverseWorkbench.editEnvironment": EnvironmentArguments;
	"dataverseWorkbench.colourEnvironment": EnvironmentArguments;
	"dataverseWorkbench.moveEnvironmentUp": EnvironmentArguments;
	"dataverseWorkbench.moveEnvironmentDown": EnvironmentArguments;
	"dataverseWorkbench.removeEnvironment": EnvironmentArguments;
	"dataverseWorkbench.signIn": EnvironmentArguments;
	"dataverseWorkbench.signOut": EnvironmentArguments;
	"dataverseWorkbench.unlockEnvironment": EnvironmentArguments;
	"dataverseWorkbench.lockEnvironment": EnvironmentArguments;
	"dataverseWorkbench.copyEnvironmentUrl": EnvironmentArguments;
	"dataverseWorkbench.openEnvironment": EnvironmentArguments;
	"dataverseWorkbench.shareEnvironment": EnvironmentArguments;
	"dataverseWorkbench.refreshEnvironments": readonly [];
	"dataverseWorkbench.chooseDocumentEnvironment": readonly [];
	"dataverseWorkbench.openSandbox": readonly [];
	"dataverseWorkbench.copySandboxUrl": readonly [];
	"dataverseWorkbench.copySandboxToken": readonly [];
	"dataverseWorkbench.openSandboxRequests": readonly [];
	"dataverseWorkbench.addSandboxRows": readonly [];
	"dataverseWorkbench.exportSandbox": readonly [];
	"dataverseWorkbench.importSandbox": readonly [];
	"dataverseWorkbench.resetSandbox": readonly [];
	"dataverseWorkbench.stopSandbox": readonly [];
	"dataverseWorkbench.browseRows": readonly [place?: SchemaPlace];
	/** Address of the document of results; the one in front when absent. */
	"dataverseWorkbench.reviewChanges": readonly [uri?: unknown];
	"dataverseWorkbench.showRequests": readonly [];
	"dataverseWorkbench.filterRequests": readonly [];
	"dataverseWorkbench.clearRequestFilter": readonly [];
	"dataverseWorkbench.clearRequests": readonly [];
	"dataverseWorkbench.copyRequestAsCurl": TreeArguments;
	"dataverseWorkbench.copyRequestUrl": TreeArguments;
	"dataverseWorkbench.copyResponseId": TreeArguments;
	"dataverseWorkbench.copyRequestDetail": TreeArguments;
	"dataverseWorkbench.getStarted": readonly [];
	"dataverseWorkbench.refresh": readonly [];
	"dataverseWorkbench.showLog": readonly [];
	"dataverseWorkbench.copyDiagnostics": readonly [];
	"dataverseWorkbench.removeAllData": readonly [];
}

/** What a menu of the tree passes: the item it was opened on, and all selected ones. */
type TreeArguments = readonly [node?: unknown, selected?: unknown];

/** An environment, as items of the view have it: anything with an `id`. Asked for where it is absent. */
type EnvironmentArguments = readonly [environment?: unknown];

export type CommandId = keyof CommandArguments;

const commandTable: Readonly<Record<CommandId, true>> = {
	"dataverseWorkbench.searchSchema": true,
	"dataverseWorkbench.openTablePage": true,
	"dataverseWorkbench.openDocumentation": true,
	"dataverseWorkbench.revealInTree": true,
	"dataverseWorkbench.insertText": true,
	"dataverseWorkbench.insertName": true,
	"dataverseWorkbench.copyLogicalName": true,
	"dataverseWorkbench.copySchemaName": true,
	"dataverseWorkbench.copyEntitySetName": true,
	"dataverseWorkbench.copyNavigationProperty": true,
	"dataverseWorkbench.copyOptionValue": true,
	"dataverseWorkbench.copyOptionLabel": true,
	"dataverseWorkbench.addFavourite": true,
	"dataverseWorkbench.removeFavourite": true,
	"dataverseWorkbench.filterTables": true,
	"dataverseWorkbench.clearFilter": true,
	"dataverseWorkbench.arrangeSchema": true,
	"dataverseWorkbench.addEnvironment": true,
	"dataverseWorkbench.switchEnvironment": true,
	"dataverseWorkbench.useEnvironment": true,
	"dataverseWorkbench.editEnvironment": true,
	"dataverseWorkbench.colourEnvironment": true,
	"dataverseWorkbench.moveEnvironmentUp": true,
	"dataverseWorkbench.moveEnvironmentDown": true,
	"dataverseWorkbench.removeEnvironment": true,
	"dataverseWorkbench.signIn": true,
	"dataverseWorkbench.signOut": true,
	"dataverseWorkbench.unlockEnvironment": true,
	"dataverseWorkbench.lockEnvironment": true,
	"dataverseWorkbench.copyEnvironmentUrl": true,
	"dataverseWorkbench.openEnvironment": true,
	"dataverseWorkbench.shareEnvironment": true,
	"dataverseWorkbench.refreshEnvironments": true,
	"dataverseWorkbench.chooseDocumentEnvironment": true,
	"dataverseWorkbench.openSandbox": true,
	"dataverseWorkbench.copySandboxUrl": true,
	"dataverseWorkbench.copySandboxToken": true,
	"dataverseWorkbench.openSandboxRequests": true,
	"dataverseWorkbench.addSandboxRows": true,
	"dataverseWorkbench.exportSandbox": true,
	"dataverseWorkbench.importSandbox": true,
	"dataverseWorkbench.resetSandbox": true,
	"dataverseWorkbench.stopSandbox": true,
	"dataverseWorkbench.browseRows": true,
	"dataverseWorkbench.reviewChanges": true,
	"dataverseWorkbench.showRequests": true,
	"dataverseWorkbench.filterRequests": true,
	"dataverseWorkbench.clearRequestFilter": true,
	"dataverseWorkbench.clearRequests": true,
	"dataverseWorkbench.copyRequestAsCurl": true,
	"dataverseWorkbench.copyRequestUrl": true,
	"dataverseWorkbench.copyResponseId": true,
	"dataverseWorkbench.copyRequestDetail": true,
	"dataverseWorkbench.getStarted": true,
	"dataverseWorkbench.refresh": true,
	"dataverseWorkbench.showLog": true,
	"dataverseWorkbench.copyDiagnostics": true,
	"dataverseWorkbench.removeAllData": true,
};

export const commandIds = Object.keys(commandTable) as readonly CommandId[];

/** Settings of package.json with the type of their value; all start with "dataverseWorkbench.". */
export interface SettingValues {
	"schema.labels": "displayName" | "logicalName";
	"schema.sort": "displayName" | "logicalName";
	"schema.workspaceSymbols": boolean;
	"hover.mode": "context" | "always" | "off";
	"hover.languages": readonly string[];
	/** Rows of one page. */
	"results.pageSize": number;
	"environments.unlockMinutes": number;
	"environments.sharedFile": string;
	"signIn.clientId": string;
}

export type SettingName = keyof SettingValues;

/** What holds where the setting has no value or one of another kind. The same defaults stand in package.json. */
export const settingDefaults: Readonly<SettingValues> = {
	"schema.labels": "displayName",
	"schema.sort": "displayName",
	"schema.workspaceSymbols": true,
	"hover.mode": "context",
	"hover.languages": [],
	"results.pageSize": 50,
	"environments.unlockMinutes": 15,
	"environments.sharedFile": ".vscode/dataverse-environments.json",
	"signIn.clientId": "",
};

export const settingNames = Object.keys(settingDefaults) as readonly SettingName[];

export const schemaViewId = "dataverseWorkbench.schema";
export const environmentsViewId = "dataverseWorkbench.environments";
export const requestsViewId = "dataverseWorkbench.requests";

export const viewIds: readonly string[] = [environmentsViewId, schemaViewId, requestsViewId];

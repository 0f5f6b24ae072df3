import { ConfigurationTarget, type Event, workspace } from "vscode";
import { type SettingName, type SettingValues, settingDefaults } from "./contributions.ts";

const section = "dataverseWorkbench";

/** The value of a setting; the default where a settings file holds something of another kind. */
export function readSetting<Name extends SettingName>(name: Name): SettingValues[Name] {
	const value = workspace.getConfiguration(section).get<SettingValues[Name]>(name);
	const fallback = settingDefaults[name];
	return typeof value === typeof fallback && value !== undefined ? value : fallback;
}

/** Writes the user's setting. */
export function writeSetting<Name extends SettingName>(name: Name, value: SettingValues[Name]): Thenable<void> {
	return workspace.getConfiguration(section).update(name, value, ConfigurationTarget.Global);
}

/** Fires when one of these settings has changed. */
export function onSettingsChange(names: readonly SettingName[]): Event<void> {
	return (listener, thisArgument, disposables) =>
		workspace.onDidChangeConfiguration(
			(change) => {
				if (names.some((name) => change.affectsConfiguration(`${section}.${name}`))) listener.call(thisArgument);
			},
			undefined,
			disposables,
		);
}

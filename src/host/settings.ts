import { ConfigurationTarget, type ConfigurationScope, type Event, workspace } from "vscode";
import { type SettingName, type SettingValues, settingDefaults } from "./contributions.ts";

const section = "dataverseWorkbench";

/**
 * The value of a setting; the default where a settings file holds something of another kind. `scope` is the document or
 * folder that it is asked for, where the setting may differ from one to the other.
 */
export function readSetting<Name extends SettingName>(name: Name, scope?: ConfigurationScope): SettingValues[Name] {
	const value = workspace.getConfiguration(section, scope).get<SettingValues[Name]>(name);
	const fallback = settingDefaults[name];
	const fits = typeof value === typeof fallback && Array.isArray(value) === Array.isArray(fallback);
	return fits && value !== undefined ? value : fallback;
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

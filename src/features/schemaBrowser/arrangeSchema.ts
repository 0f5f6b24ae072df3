import { QuickPickItemKind, type QuickPickItem, window } from "vscode";
import { readSetting, writeSetting } from "../../host/settings.ts";
import { say } from "../../host/say.ts";
import { browserWords } from "../../words/schemaBrowser.ts";
import type { NameKind } from "./schemaView.ts";

interface ArrangeItem extends QuickPickItem {
	readonly setting?: "schema.labels" | "schema.sort";
	readonly value?: NameKind;
}

/** Which name leads and which one sorts, in one list. The choice is kept in the user's settings. */
export async function arrangeSchema(): Promise<void> {
	const items = [...group("schema.labels"), ...group("schema.sort")];
	const chosen = await window.showQuickPick(items, { title: say(browserWords.arrangeTitle) });
	if (chosen?.setting !== undefined && chosen.value !== undefined) await writeSetting(chosen.setting, chosen.value);
}

function group(setting: "schema.labels" | "schema.sort"): readonly ArrangeItem[] {
	const current = readSetting(setting);
	const heading = setting === "schema.labels" ? browserWords.labelGroup : browserWords.sortGroup;
	return [
		{ label: say(heading), kind: QuickPickItemKind.Separator },
		...(["displayName", "logicalName"] as const).map((value) => ({
			label: `${value === current ? "$(check)" : "$(blank)"} ${say(browserWords[value])}`,
			...(value === current && { description: say(browserWords.current) }),
			setting,
			value,
		})),
	];
}

import type { Column, RequiredLevel } from "../../core/schema/model.ts";
import { columnTypeSummary } from "../../words/columnType.ts";
import type { Message } from "../../words/message.ts";
import { requiredLevelWords } from "../../words/requiredLevel.ts";
import { targetsWords } from "../../words/schemaTree.ts";
import { columnIcon } from "./columnIcon.ts";
import { namePair, tableLead } from "./naming.ts";
import type { NodeLook } from "./nodeLook.ts";
import type { ColumnNode } from "./schemaNode.ts";
import type { SchemaView } from "./schemaView.ts";

/** The marks that forms put beside a field: required and recommended. */
const marks: Readonly<Record<RequiredLevel, string>> = {
	None: "",
	Recommended: " +",
	ApplicationRequired: " *",
	SystemRequired: " *",
};

/** The level in words, for those that have a mark. */
export function spokenLevel(level: RequiredLevel | undefined): Message | undefined {
	return level === undefined || level === "None" ? undefined : requiredLevelWords[level];
}

/** The longest list of targets that is written out. */
const namedTargets = 2;

export function columnLook({ facts, table, withTable }: ColumnNode, view: SchemaView): NodeLook {
	const { lead, other } = namePair(facts, view.labels);
	const level = facts.requiredLevel;
	const description = withTable ? [tableLead(view, table)] : [];
	if (other !== undefined) description.push(other);
	description.push(targetsOf(facts, view) ?? view.say(columnTypeSummary(facts)));
	const spoken = spokenLevel(level);
	return {
		label: `${lead}${level === undefined ? "" : marks[level]}`,
		description,
		icon: columnIcon(facts.type),
		expandable: (facts.choice?.options.length ?? facts.targets?.length ?? 0) > 0 ? "collapsed" : "no",
		context: ["column", "named", "schemaNamed", "favouritable", "page"],
		...(spoken !== undefined && { spoken: [view.say(spoken)] }),
		click: "openPage",
	};
}

function targetsOf({ targets }: Column, { say }: SchemaView): string | undefined {
	if (targets === undefined || targets.length === 0) return undefined;
	if (targets.length > namedTargets) return say(targetsWords(targets.length));
	return `→ ${targets.map(({ table }) => table).join(", ")}`;
}

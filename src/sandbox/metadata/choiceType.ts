import type { Choice, Option } from "../../core/schema/model.ts";
import type { Json } from "./json.ts";
import { label } from "./label.ts";
import { metadataBase } from "./metadataBase.ts";
import { metadataId } from "./metadataId.ts";
import { define, type Definition, type MetadataType, namespace } from "./metadataType.ts";
import { propertiesOf } from "./properties.ts";

export type ChoiceKind = "Boolean" | "Picklist" | "State" | "Status";

/** What the definition of one choice is made from: a global one, or the one of a column. */
export interface ChoiceSource {
	/** Absent: the name of a local choice is not documented. */
	readonly name?: string;
	/** What its ids are made of: the name, or else the place of its column. */
	readonly place: string;
	readonly kind: ChoiceKind;
	readonly global: boolean;
	readonly options: readonly Option[];
}

const { text, flag, member, label: labelled, managed, complex, complexes } = propertiesOf<ChoiceSource>();

/** `OptionSetMetadataBase`: all that the list of global choices shows without a cast. */
export const choiceBaseType: MetadataType<ChoiceSource> = {
	name: "OptionSetMetadataBase",
	alternateKey: "Name",
	properties: {
		...metadataBase<ChoiceSource>(({ place }) => metadataId("choice", place)),
		IsCustomOptionSet: flag(),
		IsGlobal: flag(({ global }) => global),
		IsManaged: flag(),
		Name: text(({ name }) => name),
		ExternalTypeName: text(),
		OptionSetType: member("OptionSetType", ({ kind }) => kind),
		IntroducedVersion: text(),
		Description: labelled(({ place }) => `${place}.Description`),
		DisplayName: labelled(({ place }) => `${place}.DisplayName`),
		IsCustomizable: managed("iscustomizable"),
	},
};

const optionSetType: MetadataType<ChoiceSource> = {
	name: "OptionSetMetadata",
	base: choiceBaseType,
	properties: {
		ParentOptionSetName: text(),
		Options: complexes("OptionMetadata", (source) => source.options.map((option) => optionShape(source, option))),
	},
};

const booleanType: MetadataType<ChoiceSource> = {
	name: "BooleanOptionSetMetadata",
	base: choiceBaseType,
	properties: {
		TrueOption: complex("OptionMetadata", (source) => booleanOption(source, 1)),
		FalseOption: complex("OptionMetadata", (source) => booleanOption(source, 0)),
	},
};

export const choiceTypes: readonly MetadataType<ChoiceSource>[] = [choiceBaseType, optionSetType, booleanType];

export function choiceDefinition(source: ChoiceSource): Definition {
	return define(source.kind === "Boolean" ? booleanType : optionSetType, source);
}

/** The kind of choice that a type of column has. */
export function choiceKindOf(columnType: string | undefined): ChoiceKind {
	return columnType === "Boolean" || columnType === "State" || columnType === "Status" ? columnType : "Picklist";
}

/** A yes and no column has both its values whether their labels are documented or not. */
function booleanOption(source: ChoiceSource, value: 0 | 1): Json {
	const known: Choice["options"][number] | undefined = source.options.find((option) => option.value === value);
	return optionShape(source, known ?? { value, layer: "" });
}

/** One option. States and statuses have a type of their own, which names what belongs to what. */
function optionShape({ place, kind }: ChoiceSource, option: Option): Json {
	return {
		...(kind === "State" || kind === "Status" ? { "@odata.type": `#${namespace}.${kind}OptionMetadata` } : {}),
		Value: option.value,
		Color: null,
		IsManaged: null,
		ExternalValue: null,
		ParentValues: [],
		Tag: null,
		IsHidden: null,
		MetadataId: null,
		HasChanged: null,
		...(kind === "State" && {
			DefaultStatus: option.defaultStatus ?? null,
			InvariantName: option.invariantName ?? null,
		}),
		...(kind === "Status" && { State: option.state ?? null, TransitionData: option.transitionData ?? null }),
		Label: label(option.label, `${place}.${option.value}`),
		Description: label(undefined, ""),
	};
}

/** Something of the schema that may have a display name beside its logical one. */
export interface Named {
	readonly logicalName: string;
	readonly displayName?: string | null;
}

/** The display name without blanks around it; undefined where it is blank or not documented. */
export function displayNameOf({
	displayName,
}: {
	readonly displayName?: Named["displayName"] | undefined;
}): string | undefined {
	const name = displayName?.trim();
	return name === "" ? undefined : name;
}

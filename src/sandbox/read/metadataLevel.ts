/** How much OData says about the data (OData JSON Format 4.0, 3.1); the service's own default is minimal. */
export type MetadataLevel = "none" | "minimal" | "full";

/** Reads an `Accept` header: "application/json;odata.metadata=full". */
export function metadataLevel(accept: string | undefined): MetadataLevel {
	const level = accept === undefined ? undefined : /odata\.metadata\s*=\s*"?(none|minimal|full)\b/i.exec(accept)?.[1];
	switch (level?.toLowerCase()) {
		case "none":
			return "none";
		case "full":
			return "full";
		default:
			return "minimal";
	}
}

export function jsonMediaType(level: MetadataLevel): string {
	return `application/json; odata.metadata=${level}`;
}

/** The JSON object of a write as it came: names of properties, annotations and navigation properties with their values. */
export type Payload = Readonly<Record<string, unknown>>;

/** The same object without the properties that are undefined, so that "not documented" is always an absent property. */
export function withoutUndefined<T extends object>(value: { readonly [Key in keyof T]: T[Key] | undefined }): T {
	const result: Record<string, unknown> = {};
	for (const [key, part] of Object.entries(value)) if (part !== undefined) result[key] = part;
	return result as T;
}

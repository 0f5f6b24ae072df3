/** What the identity service said when it refused, as far as it is no secret. */
export interface ServerRefusal {
	/** OAuth's own code: "invalid_grant". */
	readonly error: string;
	/** The service's number, which tells more: 65001 of "AADSTS65001". */
	readonly number?: number;
	readonly subError?: string;
	readonly correlationId?: string;
	readonly status: number;
	/** What a person must do more, to be handed to the next interactive sign-in. JSON. */
	readonly claims?: string;
}

/** Reads an error body (https://learn.microsoft.com/entra/identity-platform/reference-error-codes); undefined where it is none. */
export function refusalIn(body: object, status: number): ServerRefusal | undefined {
	const { error, error_codes: numbers, suberror, correlation_id: id, claims, error_description: text } = fieldsOf(body);
	if (typeof error !== "string") return undefined;
	const number = Array.isArray(numbers) ? Number(numbers[0]) : numberIn(text);
	return {
		error: /^[\w.-]{1,60}$/.test(error) ? error : "",
		...(Number.isInteger(number) && { number: Number(number) }),
		...(typeof suberror === "string" && /^[\w.-]{1,60}$/.test(suberror) && { subError: suberror }),
		...(typeof id === "string" && isGuid(id) && { correlationId: id }),
		...(typeof claims === "string" && claims !== "" && { claims }),
		status,
	};
}

/** "AADSTS65001: The user or administrator has not consented ...". */
export function numberIn(text: unknown): number | undefined {
	const digits = typeof text === "string" ? /AADSTS(\d{3,9})/.exec(text)?.[1] : undefined;
	return digits === undefined ? undefined : Number(digits);
}

export function isGuid(text: string): boolean {
	return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function fieldsOf(body: object): Readonly<Record<string, unknown>> {
	return { ...body };
}

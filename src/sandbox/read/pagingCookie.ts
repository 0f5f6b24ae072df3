import { createHash } from "node:crypto";
import { pagingCookieNotUnderstood } from "./readRefusals.ts";

/** Where a page ended: the values of the order's columns in its last row, the primary key's last. */
export interface PagingPosition {
	/** Of the page that comes, from 2 on. */
	readonly page: number;
	readonly values: readonly PagingValue[];
}

/** Texts begin with "t", whole numbers are texts that begin with "i" (they may be long), other numbers are themselves. */
export type PagingValue = string | number | null;

/**
 * The value of `$skiptoken`, percent-encoded: outside like the service's, an XML element with page number and cookie;
 * inside the position and a checksum over it and the query's order, so that a token which was changed, or belongs to
 * another query, is told.
 */
export function encodeCookie({ page, values }: PagingPosition, order: string): string {
	const position = Buffer.from(JSON.stringify([page, ...values])).toString("base64url");
	const cookie = `${position}.${checksum(position, order)}`;
	return `%3Ccookie%20pagenumber=%22${page}%22%20pagingcookie=%22${cookie}%22%20istracking=%22False%22%20/%3E`;
}

/** @param text decoded. Refuses what `encodeCookie` did not make of the same order. */
export function decodeCookie(text: string, order: string): PagingPosition {
	const [, pageNumber, position = "", sum] =
		/^<cookie pagenumber="(\d+)" pagingcookie="([\w-]+)\.([\w-]+)" istracking="False" \/>$/.exec(text) ?? [];
	if (pageNumber === undefined || sum !== checksum(position, order)) throw pagingCookieNotUnderstood();
	const [page, ...values] = JSON.parse(Buffer.from(position, "base64url").toString()) as [number, ...PagingValue[]];
	if (`${page}` !== pageNumber) throw pagingCookieNotUnderstood();
	return { page, values };
}

function checksum(position: string, order: string): string {
	return createHash("sha256").update(order).update("\n").update(position).digest("base64url").slice(0, 20);
}

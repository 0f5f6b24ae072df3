import type { ExpandOption, FilterOption, OrderByOption, QueryOption, SelectOption } from "../../core/odata/nodes.ts";
import { notInSandboxYet, queryOptionNotSupported } from "../service/serviceRefusals.ts";
import { notCollection } from "./readRefusals.ts";

/** The query options of a GET that the service knows, each at most once. */
export interface ReadOptions {
	readonly select?: SelectOption;
	readonly expand?: ExpandOption;
	readonly filter?: FilterOption;
	readonly orderBy?: OrderByOption;
	readonly top?: number;
	readonly count: boolean;
	/** The text of `$skiptoken`, decoded. */
	readonly skipToken?: string;
}

type Found = { -readonly [Name in keyof ReadOptions]: ReadOptions[Name] };

/** Options without `$` that the service acts on and the sandbox cannot yet; all others are a client's own and ignored. */
const queriesByName: ReadonlySet<string> = new Set(["fetchXml", "savedQuery", "userQuery"]);

/**
 * Reads options and refuses what the service does not support. Names are taken in their exact case: the service refuses
 * another one that begins with `$`, and what has no `$` is an option of its own that means nothing to it.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/overview
 */
export function readOptions(options: readonly QueryOption[]): ReadOptions {
	const found: Found = { count: false };
	for (const option of options) {
		const { kind, written } = option;
		if (kind === "alias") continue;
		if (kind === "custom") refuseCustom(written);
		else if (written === `$${kind}`) take(option, found);
		else if (written.startsWith("$")) throw queryOptionNotSupported(written);
	}
	return found;
}

/** Options of one record: those that only make sense for many are refused. */
export function readRecordOptions(options: readonly QueryOption[]): ReadOptions {
	const found = readOptions(options);
	if (found.filter !== undefined || found.orderBy !== undefined || found.top !== undefined || found.count) {
		throw notCollection();
	}
	return found;
}

function refuseCustom(written: string): void {
	if (queriesByName.has(written)) throw notInSandboxYet(written);
	if (written.startsWith("$")) throw queryOptionNotSupported(written);
}

/** Syntax was checked before: a value that is absent is one that was refused. */
function take(option: QueryOption, found: Found): void {
	switch (option.kind) {
		case "select":
			found.select = option;
			break;
		case "expand":
			found.expand = option;
			break;
		case "filter":
			found.filter = option;
			break;
		case "orderby":
			found.orderBy = option;
			break;
		case "top":
			found.top = option.value ?? 0;
			break;
		case "count":
			found.count = option.value ?? false;
			break;
		case "skiptoken":
			found.skipToken = option.value;
			break;
		case "apply":
		case "deltatoken":
			throw notInSandboxYet(option.written);
		default:
			throw queryOptionNotSupported(option.written);
	}
}

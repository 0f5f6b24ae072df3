/** Messages and events, and keys, as rows. */
import type { Message, Table } from "../../core/schema/model.ts";
import { webApiText } from "../../core/schema/webApiText.ts";
import type { KeyRow, MessageRow } from "../../protocol/tablePage.ts";
import { factValueWords } from "../../words/tablePage.ts";
import type { PageContext } from "./pageContext.ts";

/** Undefined where neither messages nor events are documented. */
export function messageRows(context: PageContext, { messages, events }: Table): readonly MessageRow[] | undefined {
	if (messages === undefined && events === undefined) return undefined;
	return [
		...(messages ?? []).map((message) => messageRow(context, message)),
		...(events ?? []).map((event) => messageRow(context, { isEvent: true, ...event })),
	];
}

/** Undefined where keys are not documented. */
export function keyRows({ keys }: Table): readonly KeyRow[] | undefined {
	return keys?.map(({ name, displayName, columns }) => ({
		name,
		columns,
		...(displayName ? { display: displayName } : {}),
	}));
}

function messageRow({ say }: PageContext, { name, isEvent, webApi, sdk }: Message): MessageRow {
	return {
		name,
		...(isEvent === undefined ? {} : { event: say(isEvent ? factValueWords.yes : factValueWords.no) }),
		...(webApi === undefined ? {} : { webApi: webApiText(webApi) }),
		...(sdk === undefined ? {} : { sdk: sdk.name }),
	};
}

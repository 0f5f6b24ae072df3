import type { RequiredLevel } from "../core/schema/model.ts";
import type { Message } from "./message.ts";
import { factValueWords } from "./tablePage.ts";

/** Each required level of a column as people call it. */
export const requiredLevelWords: Readonly<Record<RequiredLevel, Message>> = {
	None: factValueWords.optional,
	Recommended: factValueWords.recommended,
	ApplicationRequired: factValueWords.required,
	SystemRequired: factValueWords.systemRequired,
};

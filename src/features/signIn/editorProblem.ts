import { numberIn } from "../../auth/serverRefusal.ts";
import { codeOfNumber } from "../../auth/serverNumbers.ts";
import type { SignInProblem } from "../../core/client/signInProblem.ts";

/**
 * What it means that `authentication.getSession` rejected. VS Code gives no codes, only English texts, some of them as bare
 * strings; of what the identity service said, nothing but its AADSTS number is taken over.
 */
export function editorProblem(error: unknown): SignInProblem {
	const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	const number = numberIn(text);
	if (number !== undefined) return { code: codeOfNumber(number) ?? "unknown", serviceCode: `AADSTS${number}` };
	if (/authentication provider/i.test(text)) return { code: "noEditorAccount" };
	if (/did not consent|cancel/i.test(text)) return { code: "cancelled" };
	return { code: /timed out/i.test(text) ? "timedOut" : "unknown" };
}

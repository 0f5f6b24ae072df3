import type { RecordTarget } from "./dataverseClient.ts";
import type { Row } from "./row.ts";

/** A call of a function or action. Who does not know which it is says "unknown": that counts as a write. */
export type Operation =
	| {
			readonly kind: "function";
			/** "WhoAmI", or with its namespace where it is bound: "Microsoft.Dynamics.CRM.RetrievePrincipalAccess". */
			readonly name: string;
			/** Literals as they stand in a URL ("'account'"), sent as parameter aliases. */
			readonly parameters?: Readonly<Record<string, string>>;
			readonly bound?: RecordTarget | { readonly entitySet: string };
	  }
	| {
			readonly kind: "action" | "unknown";
			readonly name: string;
			readonly parameters?: Row;
			readonly bound?: RecordTarget | { readonly entitySet: string };
	  };

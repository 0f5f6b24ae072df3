/** What came of something that may fail in an expected way: a value, or a problem with a code. */
export type Outcome<Value, Problem> =
	{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

/**
 * What a table has under a name that comes from outside. Every object answers to "constructor" and its like; those are not
 * in the table.
 */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, name: string | undefined): Value | undefined {
	return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Notes on one table and on its own columns, by logical name. */
export interface TableNotes {
	readonly table: string;
	readonly columns: Readonly<Record<string, string>>;
}

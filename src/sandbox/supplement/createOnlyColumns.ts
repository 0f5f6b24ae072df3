/**
 * Columns that stand on most tables and are set only when a record is made. The pages of today say no more than
 * "writable"; those of an earlier edition tell create and update apart, and say the same wherever these columns stand.
 */
export const createOnlyColumns: readonly string[] = [
	// https://learn.microsoft.com/powerapps/developer/common-data-service/reference/entities/task (March 2018)
	"importsequencenumber",
	"overriddencreatedon",
];

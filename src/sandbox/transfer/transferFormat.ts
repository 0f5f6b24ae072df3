/**
 * The file of an exported sandbox: JSON that a person can look into and a program can read row by row.
 *
 * `{"format":"dataverse-workbench-sandbox","version":1,"whole":true,"samples":[...],"tables":[{"table":"account",
 * "columns":["accountid","name"],"rows":[["…","…"],…]},…]}`
 *
 * The properties stand in this order. Columns are those of storage (storage/sqlNames.ts) without the folded texts, and
 * without those that are null in every row. Whole numbers of 64 bits are texts, binary values are Base64.
 */
export const transferFormat = "dataverse-workbench-sandbox";

/** Raised when an older program would misread the file. */
export const transferVersion = 1;

/** Bytes of a file that travel between sandbox and client at once: few enough not to be felt where the client draws. */
export const transferPiece = 256 * 1024;

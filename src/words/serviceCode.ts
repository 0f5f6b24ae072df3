/** Templates of a sentence and its next step. {message} is what the service said, {code} and {status} as it gave them. */
export interface ServiceText {
	readonly sentence: string;
	readonly next?: string;
}

const noRight: ServiceText = {
	sentence: "The user has no right to do this. The environment says: {message}",
	next: "Ask an administrator for a security role that allows it.",
};

const tooMuch = (what: string): ServiceText => ({
	sentence: `${what} It was waited for, and the limit still holds.`,
	next: "Wait {seconds} seconds or more, then go on with fewer requests at a time.",
});

/**
 * Codes of Dataverse, in lower case, in words for people.
 * https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes
 */
export const serviceCodeTexts: Readonly<Record<string, ServiceText>> = {
	"0x8006088a": {
		sentence: "The environment has no table, function or action of the name in the URL. It says: {message}",
		next: "Check the name: URLs take the entity set name, and upper and lower case count.",
	},
	"0x80060888": {
		sentence: "The environment does not take the query as it is. It says: {message}",
		next: "Correct the query.",
	},
	"0x80048d19": {
		sentence: "The values that were sent do not fit the table. The environment says: {message}",
		next: "Check the names of columns and navigation properties, case included, and the types of the values.",
	},
	"0x80040203": {
		sentence: "The environment does not take one of the values. It says: {message}",
		next: "Correct the value.",
	},
	"0x80044331": {
		sentence: "A text is longer than its column allows. The environment says: {message}",
		next: "Shorten the text.",
	},
	"0x80040237": {
		sentence: "A record with this id, or this link between two records, is there already.",
		next: "Look at the record that is there.",
	},
	"0x80060892": {
		sentence: "Another record has the same values in an alternate key. The environment says: {message}",
		next: "Change the values of the key, or the other record.",
	},
	"0x80060890": {
		sentence: "The columns in the URL are no alternate key of the table.",
		next: "Use the columns of a key that the table has, all of them, or the id.",
	},
	"0x80060891": {
		sentence: "No record has these values in its alternate key.",
		next: "Check the values.",
	},
	"0x80040217": {
		sentence: "There is no such record: it was deleted, or the id is that of another table.",
		next: "Read the list again.",
	},
	"0x80040333": {
		sentence: "A rule for the detection of duplicates found records like this one.",
		next: "Look at them first. To save all the same, send it without duplicate detection.",
	},
	"0x80060882": {
		sentence: "Somebody else has changed this record since it was read. Nothing was written.",
		next: "Read the record again, and compare.",
	},
	"0x80060883": {
		sentence: "The table does not compare versions of records, so a change cannot be made to depend on one.",
		next: "Send it without the version.",
	},
	"0x80040220": noRight,
	"0x80048306": noRight,
	"0x80040227": {
		sentence: "The record cannot be deleted, because others refer to it.",
		next: "Delete or change those first.",
	},
	"0x8004e023": {
		sentence: "More than 50,000 rows would have to be aggregated, which is the limit.",
		next: "Narrow the filter.",
	},
	"0x80044150": {
		sentence: "The database of the environment failed, often because the same record was changed twice at a time.",
		next: "Try again.",
	},
	"0x80044151": {
		sentence: "The database of the environment took too long.",
		next: "Narrow the filter, or ask for fewer rows or columns at a time.",
	},
	"0x80040265": {
		sentence: "Custom logic of the environment (a plug-in) stopped this. It says: {message}",
		next: "Ask who looks after the environment; the details tell which plug-in it was.",
	},
	"0x80044352": {
		sentence: "What is known of the definitions is too old to ask for changes only.",
		next: "Read all definitions anew.",
	},
	"0x80100005": {
		sentence: "A record of this table does not change to this state by a plain update. The environment says: {message}",
		next: "Call the action that is made for it, such as WinOpportunity or CloseIncident.",
	},
	"0x80072560": {
		sentence: "The user is no member of this environment.",
		next: "Sign in as another user, or ask an administrator to add this one.",
	},
	"0x80072322": tooMuch("The user has sent more requests within five minutes than the environment allows."),
	"0x80072321": tooMuch("The user’s requests took more time within five minutes than the environment allows."),
	"0x80072326": tooMuch("The user has sent more requests at a time than the environment allows."),
};

const plain = "The environment refused with {status}. It says: {message}";
const silent = "The environment refused with {status} and said nothing about it.";

const statusTexts: Readonly<Record<number, ServiceText>> = {
	401: {
		sentence: "The environment does not accept the sign-in, not even a new one.",
		next: "Sign in again, and check that the user belongs to this environment.",
	},
	403: noRight,
	404: {
		sentence: "There is nothing at this address. The environment says: {message}",
		next: "Check the names in the URL, and that functions are called by GET and actions by POST.",
	},
	413: { sentence: "The request is larger than the environment takes.", next: "Send less at a time." },
	429: tooMuch("The user has sent more than the environment allows."),
	501: { sentence: "The environment cannot do this. It says: {message}" },
	502: { sentence: "Something between this machine and the environment failed.", next: "Try again in a minute." },
	503: { sentence: "The environment is not available just now.", next: "Try again in a minute." },
	504: {
		sentence: "The environment took too long to answer.",
		next: "Try again, or ask for less at a time.",
	},
};

/** Where no code tells more. */
export function statusText(status: number, hasMessage: boolean): ServiceText {
	const text = statusTexts[status];
	if (text !== undefined && (hasMessage || !text.sentence.includes("{message}"))) return text;
	return { sentence: hasMessage ? plain : silent };
}

/** What people, companies and addresses of one part of the world are made of. All of it is invented or commonplace. */
export interface Region {
	readonly country: string;
	readonly dialCode: string;
	/** ISO code; sample rows use it where the sandbox has that currency. */
	readonly currency: string;
	/** A code of service/timeZones.ts, for users who live here. */
	readonly timeZoneCode: number;
	readonly women: readonly Name[];
	readonly men: readonly Name[];
	readonly families: readonly Name[];
	readonly cities: readonly City[];
	readonly streets: readonly string[];
	/** "Ringstraße 5", where the other order is "5 Ring Street". */
	readonly numberLast: boolean;
	/** First words of company names. */
	readonly companies: readonly Name[];
	/** One for each of `tradeIndustries`, in its order. */
	readonly trades: readonly string[];
	/** Legal forms at the end of company names. */
	readonly legalForms: readonly string[];
}

/** A name and how it stands in an e-mail address. */
export interface Name {
	readonly text: string;
	readonly ascii: string;
}

export interface City {
	readonly name: string;
	readonly postalCode: string;
	readonly state: string;
}

/** Options of `account.industrycode`: transport, machines, food, consulting, clinics, building supply, wholesale, utilities. */
export const tradeIndustries = [30, 12, 17, 7, 11, 5, 33, 31] as const;

/** Names from "Anna, Jürgen=juergen": the ASCII form follows where it is more than the small letters of the name. */
export function names(list: string): readonly Name[] {
	return list.split(", ").map((entry) => {
		const [text = "", ascii = text.toLowerCase()] = entry.split("=");
		return { text, ascii };
	});
}

/** Cities with postal code and state, the three divided by two blanks: "Chur  7000  GR; Luzern  6003  LU". */
export function cities(list: string): readonly City[] {
	return list.split("; ").map((entry) => {
		const [name = "", postalCode = "", state = ""] = entry.split("  ");
		return { name, postalCode, state };
	});
}

/** Texts divided by a comma and a blank. */
export function words(list: string): readonly string[] {
	return list.split(", ");
}

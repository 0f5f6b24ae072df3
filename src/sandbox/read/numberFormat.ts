/** Numbers in the formats of one language. */
export interface NumberFormat {
	/** 1,234.50 with that many digits behind the point. */
	number(value: number, digits: number): string;
	/** A long whole number that is given as text. */
	whole(digits: string): string;
	/** $1,234.50, negative ($1,234.50), with a symbol that is not the language's own. */
	money(value: number, digits: number, symbol: string): string;
}

export function numberFormat(locale: string): NumberFormat {
	const { group, decimal } = separators(locale);
	const whole = (digits: string): string => (digits.length <= 3 ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, group));
	const unsigned = (value: number, digits: number): string => {
		const [integer = "", fraction] = Math.abs(value).toFixed(digits).split(".");
		return fraction === undefined ? whole(integer) : `${whole(integer)}${decimal}${fraction}`;
	};
	const positive = moneyPattern(locale, 1);
	const negative = moneyPattern(locale, -1);
	return {
		number: (value, digits) => (value < 0 ? `-${unsigned(value, digits)}` : unsigned(value, digits)),
		whole: (digits) => (digits.startsWith("-") ? `-${whole(digits.slice(1))}` : whole(digits)),
		money: (value, digits, symbol) => (value < 0 ? negative : positive)(unsigned(value, digits), symbol),
	};
}

function separators(locale: string): { readonly group: string; readonly decimal: string } {
	const parts = new Intl.NumberFormat(locale, { useGrouping: "always", numberingSystem: "latn" }).formatToParts(
		12345.6,
	);
	const value = (type: Intl.NumberFormatPartTypes): string =>
		plain(parts.find((part) => part.type === type)?.value ?? "");
	return { group: value("group"), decimal: value("decimal") };
}

/** Where a language puts symbol, sign and blanks around the amount; in accounting style, as the service does by default. */
function moneyPattern(locale: string, sample: number): (amount: string, symbol: string) => string {
	const parts = new Intl.NumberFormat(locale, {
		style: "currency",
		currency: "USD",
		currencyDisplay: "narrowSymbol",
		currencySign: "accounting",
		numberingSystem: "latn",
		maximumFractionDigits: 0,
	}).formatToParts(sample);
	return (amount, symbol) =>
		parts
			.map(({ type, value }) => (type === "currency" ? symbol : type === "integer" ? amount : plain(value)))
			.join("");
}

/** Blanks that do not break are for print; the service writes plain ones. */
function plain(text: string): string {
	return text.replace(/[\u00a0\u202f]/g, " ");
}

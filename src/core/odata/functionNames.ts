/** A function that OData defines, with how many arguments it takes. */
export interface BuiltInFunction {
	readonly name: string;
	readonly least: number;
	readonly most: number;
	/** Arguments may be types: `cast(x,Edm.String)`. */
	readonly types?: true;
}

const counts: Readonly<Record<string, readonly [least: number, most: number]>> = {
	concat: [2, 2],
	contains: [2, 2],
	endswith: [2, 2],
	indexof: [2, 2],
	length: [1, 1],
	matchesPattern: [2, 2],
	startswith: [2, 2],
	substring: [2, 3],
	tolower: [1, 1],
	toupper: [1, 1],
	trim: [1, 1],
	year: [1, 1],
	month: [1, 1],
	day: [1, 1],
	hour: [1, 1],
	minute: [1, 1],
	second: [1, 1],
	fractionalseconds: [1, 1],
	totalseconds: [1, 1],
	totaloffsetminutes: [1, 1],
	date: [1, 1],
	time: [1, 1],
	mindatetime: [0, 0],
	maxdatetime: [0, 0],
	now: [0, 0],
	round: [1, 1],
	floor: [1, 1],
	ceiling: [1, 1],
	"geo.distance": [2, 2],
	"geo.length": [1, 1],
	"geo.intersects": [2, 2],
	hassubset: [2, 2],
	hassubsequence: [2, 2],
	isdefined: [1, 1],
	isof: [1, 2],
	cast: [1, 2],
};

const withTypes: ReadonlySet<string> = new Set(["isof", "cast"]);

const functions: ReadonlyMap<string, BuiltInFunction> = new Map(
	Object.entries(counts).flatMap(([name, [least, most]]) => {
		const known: BuiltInFunction = withTypes.has(name) ? { name, least, most, types: true } : { name, least, most };
		return [
			[name, known],
			[name.toLowerCase(), known],
		];
	}),
);

/** The function of that name in any case. OData 4.01 lets services accept its functions without regard to case. */
export function builtInFunction(name: string): BuiltInFunction | undefined {
	return functions.get(name) ?? functions.get(name.toLowerCase());
}

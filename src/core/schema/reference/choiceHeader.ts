/** What a cell of a choices table holds; "details" is several named parts in one cell. */
export type ChoiceCell =
	"label" | "details" | "description" | "defaultStatus" | "invariantName" | "state" | "transitionData";

const cells: Readonly<Record<string, ChoiceCell>> = {
	label: "label",
	details: "details",
	description: "description",
	defaultstatus: "defaultStatus",
	invariantname: "invariantName",
	state: "state",
	transitiondata: "transitionData",
};

/**
 * The cells behind the value, from the header's key ("value|label"). Today's tables have one; older ones have a cell
 * for each fact. Undefined where the header is not that of a choices table.
 */
export function choiceCells(key: string): readonly ChoiceCell[] | undefined {
	const [first, ...names] = key.split("|");
	const found = names.map((name) => (Object.hasOwn(cells, name) ? cells[name] : undefined));
	if (first !== "value" || found.length === 0 || new Set(found).size < found.length) return undefined;
	return found.every((cell) => cell !== undefined) ? found : undefined;
}

import { compareCodeUnits } from "./compareCodeUnits.ts";

/**
 * The names that a person may have meant by a name that is not there, best first: those a few slips away (a letter
 * wrong, missing, too many, or two swapped; one slip for every three letters), and then those that contain what was
 * typed. Case does not count. At most `limit` names.
 */
export function closestNames(typed: string, names: Iterable<string>, limit: number): readonly string[] {
	const wanted = typed.toLowerCase();
	const most = Math.max(1, Math.floor(wanted.length / 3));
	const found: { readonly name: string; readonly distance: number }[] = [];
	for (const name of names) {
		const distance = slipsBetween(wanted, name.toLowerCase(), most);
		if (distance <= most) found.push({ name, distance });
		else if (wanted.length >= 3 && name.toLowerCase().includes(wanted)) found.push({ name, distance: most + 1 });
	}
	const best = (left: (typeof found)[number], right: (typeof found)[number]): number =>
		left.distance - right.distance || left.name.length - right.name.length || compareCodeUnits(left.name, right.name);
	return found
		.sort(best)
		.slice(0, limit)
		.map(({ name }) => name);
}

/** Optimal string alignment distance, or anything above `most` as soon as it is sure to be that far. */
function slipsBetween(left: string, right: string, most: number): number {
	if (Math.abs(left.length - right.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: right.length + 1 }, (_, column) => column);
	for (let row = 1; row <= left.length; row++) {
		const next = [row];
		for (let column = 1; column <= right.length; column++) {
			const same = left[row - 1] === right[column - 1];
			let slips = Math.min(at(last, column) + 1, at(next, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
			const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
			if (row > 1 && column > 1 && swapped) slips = Math.min(slips, at(before, column - 2) + 1);
			next.push(slips);
		}
		if (Math.min(...next) > most) return most + 1;
		before = last;
		last = next;
	}
	return at(last, right.length);
}

function at(row: readonly number[], column: number): number {
	return row[column] ?? Number.POSITIVE_INFINITY;
}

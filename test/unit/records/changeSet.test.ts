import { deepEqual, equal } from "node:assert/strict";
import { canonicalJson } from "../../../src/core/base/canonicalJson.ts";
import type { RowValue } from "../../../src/core/client/row.ts";
import { type CellEdit, inverse, inverseOf } from "../../../src/core/records/cellEdit.ts";
import { ChangeSet } from "../../../src/core/records/changeSet.ts";
import type { RecordBase } from "../../../src/core/records/recordChange.ts";
import { fuzz } from "../../support/fuzz.ts";

function base(id: string, row: RecordBase["row"], etag = 'W/"1"'): RecordBase {
	return { id, target: { entitySet: "accounts", key: id }, etag, row };
}

const fabrikam = base("f", { name: "Fabrikam", revenue: 60000, big: { exactNumber: "9007199254740993" } });
const contoso = base("c", { name: "Contoso", revenue: null });

const baseOf = (id: string): RecordBase | undefined => [fabrikam, contoso].find((record) => record.id === id);

const edit = (record: RecordBase, property: string, before: RowValue, after: RowValue): CellEdit => ({
	record: record.id,
	property,
	before,
	after,
});

/** "f.revenue=72000" in the order of the set. */
function staged(changes: ChangeSet): readonly string[] {
	return changes.records.flatMap(({ base: { id }, cells }) =>
		[...cells].map(([property, value]) => `${id}.${property}=${canonicalJson(value)}`),
	);
}

function applied(...edits: readonly (readonly [RecordBase, string, RowValue, RowValue])[]): ChangeSet {
	return ChangeSet.empty.apply(
		edits.map((one) => edit(...one)),
		baseOf,
	);
}

describe("staged changes", () => {
	it("hold the edits of several records", () => {
		const changes = applied(
			[fabrikam, "revenue", 60000, 72000],
			[contoso, "name", "Contoso", "C"],
			[fabrikam, "name", "Fabrikam", "F"],
		);
		deepEqual(staged(changes), ["f.revenue=72000", 'f.name="F"', 'c.name="C"']);
		equal(changes.cellCount, 3);
		equal(changes.shown(fabrikam, "revenue"), 72000);
		equal(changes.shown(contoso, "revenue"), null);
	});

	it("fold two edits of one cell into one", () => {
		deepEqual(staged(applied([fabrikam, "revenue", 60000, 1], [fabrikam, "revenue", 1, 2])), ["f.revenue=2"]);
	});

	it("lose an edit that is back at the record's own value, whatever its form", () => {
		deepEqual(staged(applied([fabrikam, "revenue", 60000, 1], [fabrikam, "revenue", 1, 60000])), []);
		deepEqual(staged(applied([contoso, "missing", null, 1], [contoso, "missing", 1, null])), []);
		deepEqual(staged(applied([fabrikam, "big", null, { exactNumber: "9007199254740993" }])), []);
	});

	it("keep a change of blanks and of case", () => {
		deepEqual(staged(applied([fabrikam, "name", "Fabrikam", "Fabrikam "])), ['f.name="Fabrikam "']);
	});

	it("lose what a saved record holds, and keep the rest over its new version", () => {
		const changes = applied([fabrikam, "revenue", 60000, 72000], [fabrikam, "name", "Fabrikam", "F"]);
		const saved = changes.rebase(base("f", { name: "Fabrikam", revenue: 72000 }, 'W/"2"'));
		deepEqual(staged(saved), ['f.name="F"']);
		equal(saved.record("f")?.base.etag, 'W/"2"');
	});

	it("stage the old value anew when an edit that was saved is undone", () => {
		const change = edit(fabrikam, "revenue", 60000, 72000);
		const now = base("f", { revenue: 72000 }, 'W/"2"');
		const changes = ChangeSet.empty
			.apply([change], baseOf)
			.rebase(now)
			.apply([inverse(change)], () => now);
		deepEqual(staged(changes), ["f.revenue=60000"]);
		equal(changes.record("f")?.base.etag, 'W/"2"');
	});

	it("take in a draft without what is no change, and pass over records that are not there", () => {
		const cells = new Map<string, RowValue>([["revenue", 60000]]);
		deepEqual(
			staged(
				ChangeSet.of([
					{ base: fabrikam, cells },
					{ base: contoso, cells },
				]),
			),
			["c.revenue=60000"],
		);
		const gone = { record: "gone", property: "name", before: null, after: "x" };
		deepEqual(staged(ChangeSet.empty.apply([gone], baseOf)), []);
	});

	it("are as before after any edits and their inverse, step by step and all at once", () => {
		const { runs, below, pick } = fuzz(300);
		const values: readonly RowValue[] = [
			null,
			60000,
			72000,
			"Fabrikam",
			"",
			"Contoso",
			true,
			{ exactNumber: "9007199254740993" },
		];
		const sorted = (changes: ChangeSet) => [...staged(changes)].sort();
		for (let run = 0; run < runs; run++) {
			let changes = ChangeSet.empty;
			const start = below(4);
			const edits: CellEdit[] = [];
			const states: (readonly string[])[] = [];
			for (let step = 0; step < start + 1 + below(12); step++) {
				const record = pick([fabrikam, contoso]);
				const property = pick(["name", "revenue", "big"]);
				const made = edit(record, property, changes.shown(record, property), pick(values));
				if (step >= start) {
					states.push(sorted(changes));
					edits.push(made);
				}
				changes = changes.apply([made], baseOf);
			}
			const end = changes;
			for (const [index, made] of [...edits].reverse().entries()) {
				changes = changes.apply([inverse(made)], baseOf);
				deepEqual(sorted(changes), states[states.length - 1 - index]);
			}
			const atOnce = end.apply(inverseOf(edits), baseOf);
			deepEqual(sorted(atOnce), states[0] ?? sorted(end));
			const again = atOnce.apply(edits, baseOf);
			deepEqual(sorted(again), sorted(end));
		}
	});
});

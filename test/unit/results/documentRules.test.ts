import { deepEqual, equal } from "node:assert/strict";
import { isAutoSave } from "../../../src/features/results/autoSave.ts";
import { DirtyMark } from "../../../src/features/results/dirtyMark.ts";
import { printDraft, readDraft } from "../../../src/features/results/resultsDraft.ts";
import { RowList } from "../../../src/features/results/rowList.ts";
import type { RecordBase, RecordChange } from "../../../src/core/records/recordChange.ts";

const record = (id: string, version = 1): RecordBase => ({
	id,
	target: { entitySet: "accounts", key: id, primaryIdColumn: "accountid" },
	etag: `W/"${version}"`,
	row: { accountid: id, version, big: { exactNumber: "9007199254740993" } },
});

describe("whether auto-save asks to save", () => {
	const asked = { delay: 1000, sinceEdit: 1010, sinceSet: 60_000, isInFront: true };
	const cases: readonly (readonly [string, Parameters<typeof isAutoSave>[0], boolean])[] = [
		["a person, where auto-save is off", { ...asked, mode: "off" }, false],
		["a person, though the document is behind", { ...asked, mode: "off", isInFront: false }, false],
		["auto-save, after its delay", { ...asked, mode: "afterDelay" }, true],
		["a person, long after the last edit", { ...asked, mode: "afterDelay", sinceEdit: 60_000 }, false],
		["VS Code, as auto-save is turned on", { ...asked, mode: "afterDelay", sinceEdit: 60_000, sinceSet: 20 }, true],
		["a person, as auto-save is turned off", { ...asked, mode: "off", sinceEdit: 60_000, sinceSet: 20 }, false],
		["auto-save, when another editor comes to the front", { ...asked, mode: "onFocusChange", isInFront: false }, true],
		["a person, while the document is in front", { ...asked, mode: "onFocusChange" }, false],
		["auto-save, when the window is left", { ...asked, mode: "onWindowChange", isInFront: false }, true],
	];
	for (const [name, moment, answer] of cases) {
		it(name, () => {
			equal(isAutoSave(moment), answer);
		});
	}
});

describe("the reckoning of what is dirty", () => {
	/** e edit, u undo, r redo, s save, v revert, c changed */
	const cases: readonly (readonly [steps: string, dirty: boolean])[] = [
		["", false],
		["e", true],
		["eu", false],
		["eur", true],
		["es", false],
		["esu", true],
		["esur", false],
		["eesuu", true],
		["c", true],
		["ceu", true],
		["cs", false],
		["ev", false],
		["esev", false],
		["esuv", false],
	];
	for (const [steps, dirty] of cases) {
		it(`${steps || "nothing"}: ${dirty ? "dirty" : "clean"}`, () => {
			const mark = new DirtyMark();
			const deeds: Readonly<Record<string, () => void>> = {
				e: () => {
					mark.forward();
				},
				r: () => {
					mark.forward();
				},
				u: () => {
					mark.back();
				},
				s: () => {
					mark.saved();
				},
				v: () => {
					mark.reverted();
				},
				c: () => {
					mark.changed();
				},
			};
			for (const step of steps) deeds[step]?.();
			equal(mark.isDirty, dirty);
		});
	}
});

describe("a draft", () => {
	const changes: readonly RecordChange[] = [
		{
			base: record("a"),
			cells: new Map([
				["name", "Größe"],
				["revenue", null],
			]),
		},
		{ base: { id: "b", target: { entitySet: "accounts", key: "b" }, row: {} }, cells: new Map([["name", "B"]]) },
	];

	it("gives back what was staged", () => {
		deepEqual(readDraft(printDraft(changes)), { ok: true, value: changes });
		deepEqual(readDraft(printDraft([])), { ok: true, value: [] });
	});

	const refused: readonly (readonly [text: string, problem: "newer" | "damaged"])[] = [
		['{"version":2,"records":[]}', "newer"],
		['{"version":99}', "newer"],
		['{"version":0,"records":[]}', "damaged"],
		['{"version":1}', "damaged"],
		['{"version":1,"records":[{}]}', "damaged"],
		['{"version":1,"records":[{"id":"a","target":{"entitySet":"x","key":1},"row":{},"cells":[]}]}', "damaged"],
		['{"version":1,"records":[{"id":"a","target":{"entitySet":"x","key":"a"},"row":{},"cells":[["a"]]}]}', "damaged"],
		["[]", "damaged"],
		["null", "damaged"],
		["", "damaged"],
	];
	for (const [text, problem] of refused) {
		it(`${problem}: ${text}`, () => {
			deepEqual(readDraft(text), { ok: false, problem });
		});
	}
});

describe("the list of rows", () => {
	const ids = (list: RowList) => list.rows.map(({ id }) => id).join("");
	const records = (text: string, version = 1) => text.split("").map((id) => record(id, version));

	it("has each record once, in the order of the pages", () => {
		const list = new RowList();
		equal(list.restart(records("abc"), []), 0);
		equal(list.append(records("cde"), []), 3);
		equal(ids(list), "abcde");
		equal(list.place("d"), 3);
		equal(list.place("z"), -1);
		equal(list.pageRows, 5);
	});

	it("has what is staged on top until its page comes, as the person saw it", () => {
		const list = new RowList();
		list.keep(records("xe", 7));
		equal(ids(list), "xe");
		list.restart(records("ab"), records("xe", 7));
		equal(ids(list), "xeab");
		equal(list.append(records("de"), records("xe", 7)), 0, "all places are others now");
		equal(ids(list), "xabde");
		deepEqual([list.find("e")?.etag, list.isKept("x"), list.isKept("e")], ['W/"7"', true, false]);
		equal(list.append(records("f"), records("xe", 7)), 5);
		deepEqual([list.place("x"), list.place("f")], [0, 5]);
	});

	it("takes the new state of a record that it has, and of no other", () => {
		const list = new RowList();
		list.restart(records("ab"), []);
		list.replace(record("b", 2));
		list.replace(record("z", 2));
		deepEqual([list.find("b")?.etag, list.find("z")], ['W/"2"', undefined]);
	});
});

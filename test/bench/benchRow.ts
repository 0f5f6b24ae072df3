/** One line of the benchmark. All values of a row have one unit; less is better. */
export interface BenchRow {
	readonly what: string;
	readonly unit: "ms" | "KB";
	readonly ours: number;
	/** The usual way to do the same, measured in the same run. */
	readonly alternative?: Compared;
	/** What cannot be beaten: the work that any way of doing it includes. */
	readonly limit?: Compared;
	/** What issue 2 promises; absent where a figure is shown without one. */
	readonly promise?: BenchPromise;
}

export interface Compared {
	readonly name: string;
	readonly value: number;
}

export interface BenchPromise {
	readonly text: string;
	readonly kept: boolean;
}

/** What a group of measurements gives. A group that lacks something on this machine gives a notice and fewer rows. */
export interface BenchResult {
	readonly rows: readonly BenchRow[];
	readonly notices: readonly string[];
}

export type BenchGroup = () => Promise<BenchResult>;

/** "at most `most`" of the row's unit. */
export function atMost(ours: number, most: number, unit: BenchRow["unit"], note = ""): BenchPromise {
	return { text: `at most ${most.toLocaleString("en")} ${unit}${note}`, kept: ours <= most };
}

/** "at least `times` times as fast as the alternative". */
export function timesFaster(ours: number, alternative: number, times: number): BenchPromise {
	return { text: `${times} times faster`, kept: alternative >= ours * times };
}

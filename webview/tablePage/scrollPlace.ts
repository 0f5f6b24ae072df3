/** Keeps the place that a person has scrolled to: the row at the top of the screen and how far it is scrolled past. */
import { isText, type SavedState } from "../savedState.ts";

/** Saving with every scroll event would be felt. */
const quietMilliseconds = 150;

/** Rows that unfold or come in portions appear late: until then it is tried again this often. */
const retryMilliseconds = 100;
const attempts = 20;

/** Starts keeping; gives back how to stop. */
export function keepScrollPlace(saved: SavedState): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const later = () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			const row = window.scrollY === 0 ? undefined : rowAtTop();
			saved.set("scroll.row", row?.id ?? "");
			saved.set("scroll.past", row === undefined ? 0 : Math.round(-row.getBoundingClientRect().top));
		}, quietMilliseconds);
	};
	document.addEventListener("scroll", later, { passive: true });
	return () => {
		clearTimeout(timer);
		document.removeEventListener("scroll", later);
	};
}

/** Goes to the kept place; gives up when the row does not appear, or as soon as the person does something. */
export function restoreScrollPlace(saved: SavedState): void {
	const id = saved.get("scroll.row", "", isText);
	const past = saved.get("scroll.past", 0, Number.isFinite as (value: unknown) => value is number);
	if (id === "") return;
	const stop = new AbortController();
	for (const event of ["wheel", "keydown", "pointerdown"]) {
		window.addEventListener(
			event,
			() => {
				stop.abort();
			},
			{ signal: stop.signal, passive: true },
		);
	}
	const attempt = (left: number) => {
		if (stop.signal.aborted) return;
		const row = document.getElementById(id);
		if (row !== null) window.scrollTo(0, row.getBoundingClientRect().top + window.scrollY + past);
		if (row !== null || left === 0) stop.abort();
		else {
			setTimeout(() => {
				attempt(left - 1);
			}, retryMilliseconds);
		}
	};
	attempt(attempts);
}

function rowAtTop(): HTMLElement | undefined {
	const navigation = document.querySelector("nav")?.getBoundingClientRect().bottom ?? 0;
	const hit = document.elementFromPoint(window.innerWidth / 2, Math.max(0, navigation) + 1);
	return hit?.closest<HTMLElement>("tr[id], section[id]") ?? undefined;
}

import { type Message, message } from "./message.ts";

/** A count as people read it: 1348 -> "1,348". Never for codes such as option values. */
export function count(number: number): string {
	return number.toLocaleString("en");
}

/** A sentence about that many things: `one` for exactly one, else `many`, where {count} stands for the number. */
export function counted(number: number, one: string, many: string, values: Message["values"] = {}): Message {
	return number === 1 ? message(one, values) : message(many, { ...values, count: count(number) });
}

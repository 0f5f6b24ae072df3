import type { Expression } from "../../core/odata/nodes.ts";
import type { Row } from "./row.ts";
import type { Translation } from "./translation.ts";

/** Writes an expression as a condition on the row, or as its opposite: handed to what has conditions inside. */
export type WriteCondition = (expression: Expression, row: Row, negated: boolean, translation: Translation) => string;

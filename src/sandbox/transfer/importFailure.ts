import type { ImportProblem } from "../../words/sandboxTransfer.ts";

/** Unwinds the transaction of an import; caught where it began. */
export class ImportFailure extends Error {
	readonly problem: ImportProblem;

	constructor(problem: ImportProblem) {
		super(problem.code);
		this.name = "ImportFailure";
		this.problem = problem;
	}
}

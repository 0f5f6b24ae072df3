import type { WebApiOperation } from "./model.ts";

/** "GET /accounts", the full name of a function or action, or the title of the article. */
export function webApiText(operation: WebApiOperation): string {
	switch (operation.kind) {
		case "request":
			return operation.path === undefined ? operation.method : `${operation.method} ${operation.path}`;
		case "operation":
			return operation.name;
		case "article":
			return operation.title;
	}
}

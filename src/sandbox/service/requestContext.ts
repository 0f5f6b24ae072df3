import type { RequestUri } from "../../core/odata/nodes.ts";
import type { SandboxSchema } from "../schema/sandboxTable.ts";
import type { Database } from "../storage/database.ts";
import type { TableStore } from "../storage/tableStore.ts";
import type { Preferences } from "./preferences.ts";
import type { ServiceRequest } from "./serviceRequest.ts";
import type { Session } from "./session.ts";

/** Everything that answering one request may use. */
export interface RequestContext {
	readonly request: ServiceRequest;
	/** The URL after the service root, read. */
	readonly uri: RequestUri;
	readonly session: Session;
	readonly preferences: Preferences;
	readonly schema: SandboxSchema;
	readonly database: Database;
	readonly store: TableStore;
	/** With the version that the request named and a slash at the end: "http://127.0.0.1:5000/api/data/v9.2/". */
	readonly root: string;
}

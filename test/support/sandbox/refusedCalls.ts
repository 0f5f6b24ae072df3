import { Buffer } from "node:buffer";
import type { DynamicsWebApi } from "dynamics-web-api";

/** The status that comes back, and the call. The account is one that is there. */
export type RefusedCall = readonly [status: number, call: (api: DynamicsWebApi, account: string) => Promise<unknown>];

/** Each call that the sandbox refuses, with a request and the status that comes back. */
export const refusedCalls: Readonly<Record<string, RefusedCall>> = {
	fetch: [501, (api) => api.fetch({ collection: "accounts", fetchXml: "<fetch><entity name='account'/></fetch>" })],
	fetchAll: [
		501,
		(api) => api.fetchAll({ collection: "accounts", fetchXml: "<fetch><entity name='account'/></fetch>" }),
	],
	uploadFile: [
		501,
		(api, account) =>
			api.uploadFile({
				collection: "accounts",
				key: account,
				property: "entityimage",
				fileName: "a.png",
				data: Buffer.from("a"),
			}),
	],
	createEntity: [501, (api) => api.createEntity({ data: { LogicalName: "new_x" } })],
	updateEntity: [501, (api, account) => api.updateEntity({ data: { MetadataId: account, LogicalName: "new_x" } })],
	createAttribute: [
		501,
		(api) => api.createAttribute({ entityKey: "LogicalName='account'", data: { LogicalName: "new_x" } }),
	],
	updateAttribute: [
		501,
		(api, account) =>
			api.updateAttribute({ entityKey: "LogicalName='account'", data: { MetadataId: account, LogicalName: "new_x" } }),
	],
	createRelationship: [501, (api) => api.createRelationship({ data: { SchemaName: "new_x" } })],
	updateRelationship: [
		501,
		(api, account) => api.updateRelationship({ data: { MetadataId: account, SchemaName: "new_x" } }),
	],
	deleteRelationship: [501, (api) => api.deleteRelationship({ key: "SchemaName='new_x'" })],
	createGlobalOptionSet: [501, (api) => api.createGlobalOptionSet({ data: { Name: "new_x" } })],
	updateGlobalOptionSet: [
		501,
		(api, account) => api.updateGlobalOptionSet({ data: { MetadataId: account, Name: "new_x" } }),
	],
	deleteGlobalOptionSet: [501, (api) => api.deleteGlobalOptionSet({ key: "Name='new_x'" })],
	// The older name of query; the compiler calls every use of it a mistake.
	search: [404, (api) => (Reflect.get(api, "search") as DynamicsWebApi["query"])("adventure")],
	query: [404, (api) => api.query("adventure")],
	suggest: [404, (api) => api.suggest("adventure")],
	autocomplete: [404, (api) => api.autocomplete("adventure")],
	getBackgroundOperationStatus: [404, (api, account) => api.getBackgroundOperationStatus(account)],
	cancelBackgroundOperation: [404, (api, account) => api.cancelBackgroundOperation(account)],
};

/** What sends nothing, and the one call that no sandbox can answer as this client wants it. */
export const besides = ["setConfig", "initializeInstance", "Utility", "downloadFile"];

/**
 * Functions, actions and sets of the service that belong to no table, so that no page of the schema names them: those
 * that guides of the Web API call. Asked for here, they are said to be missing instead of not to exist.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/use-web-api-functions
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/use-web-api-actions
 */
export const namesElsewhere: ReadonlySet<string> = new Set([
	"BulkDelete",
	"DeleteOptionValue",
	"ExportSolution",
	"FormatAddress",
	"GetTimeZoneCodeByLocalizedName",
	"ImportSolution",
	"InitializeFrom",
	"InsertOptionValue",
	"LocalTimeFromUtcTime",
	"ManagedPropertyDefinitions",
	"PublishAllXml",
	"RetrieveAllEntities",
	"RetrieveDuplicates",
	"RetrieveMetadataChanges",
	"RetrieveOrganizationInfo",
	"RetrieveProvisionedLanguages",
	"RetrieveTimestamp",
	"RetrieveUserPrivileges",
	"UtcTimeFromLocalTime",
]);

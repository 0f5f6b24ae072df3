/** The complex types that functions and actions answer with: members with their types as CSDL writes them. */
export const responseTypes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	CreateMultipleResponse: { Ids: "Collection(Edm.Guid)" },
	EndpointCollection: {
		Count: "Edm.Int32",
		IsReadOnly: "Edm.Boolean",
		Keys: "Collection(mscrm.EndpointType)",
		Values: "Collection(Edm.String)",
	},
	EntityRecordCountCollection: {
		Count: "Edm.Int32",
		IsReadOnly: "Edm.Boolean",
		Keys: "Collection(Edm.String)",
		Values: "Collection(Edm.Int64)",
	},
	OrganizationDetail: {
		OrganizationId: "Edm.Guid",
		FriendlyName: "Edm.String",
		OrganizationVersion: "Edm.String",
		EnvironmentId: "Edm.String",
		DatacenterId: "Edm.Guid",
		Geo: "Edm.String",
		TenantId: "Edm.String",
		UrlName: "Edm.String",
		UniqueName: "Edm.String",
		State: "mscrm.OrganizationState",
		Endpoints: "mscrm.EndpointCollection",
	},
	RetrieveCurrentOrganizationResponse: { Detail: "mscrm.OrganizationDetail" },
	RetrieveTotalRecordCountResponse: { EntityRecordCountCollection: "mscrm.EntityRecordCountCollection" },
	RetrieveVersionResponse: { Version: "Edm.String" },
	WhoAmIResponse: { BusinessUnitId: "Edm.Guid", UserId: "Edm.Guid", OrganizationId: "Edm.Guid" },
};

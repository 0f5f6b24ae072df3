/**
 * The enumerations of the definitions, with the numbers that CSDL gives their members. They are written with their
 * namespace in a filter and by name alone in an answer.
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/enumtypes
 */
export const enumTypes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	AssociatedMenuBehavior: counted("UseCollectionName", "UseLabel", "DoNotDisplay"),
	AssociatedMenuGroup: counted("Details", "Sales", "Service", "Marketing"),
	AttributeRequiredLevel: counted("None", "SystemRequired", "ApplicationRequired", "Recommended"),
	AttributeTypeCode: counted(
		"Boolean",
		"Customer",
		"DateTime",
		"Decimal",
		"Double",
		"Integer",
		"Lookup",
		"Memo",
		"Money",
		"Owner",
		"PartyList",
		"Picklist",
		"State",
		"Status",
		"String",
		"Uniqueidentifier",
		"CalendarRules",
		"Virtual",
		"BigInt",
		"ManagedProperty",
		"EntityName",
	),
	CascadeType: counted("NoCascade", "Cascade", "Active", "UserOwned", "RemoveLink", "Restrict"),
	DateTimeFormat: counted("DateOnly", "DateAndTime"),
	EndpointAccessType: counted("Default", "Internet", "Intranet"),
	EndpointType: counted("OrganizationService", "OrganizationDataService", "WebApplication"),
	EntityKeyIndexStatus: counted("Pending", "InProgress", "Active", "Failed"),
	ImeMode: counted("Auto", "Inactive", "Active", "Disabled"),
	IntegerFormat: counted("None", "Duration", "TimeZone", "Language", "Locale"),
	LookupFormat: counted("None", "Connection", "Regarding", "Text"),
	OptionSetType: counted("Picklist", "State", "Status", "Boolean"),
	OrganizationState: counted("Enabled", "Disabled"),
	OwnershipTypes: {
		None: 0,
		UserOwned: 1,
		TeamOwned: 2,
		BusinessOwned: 4,
		OrganizationOwned: 8,
		BusinessParented: 16,
	},
	PrivilegeType: counted("None", "Create", "Read", "Write", "Delete", "Assign", "Share", "Append", "AppendTo"),
	RelationshipType: counted("OneToManyRelationship", "ManyToManyRelationship"),
	SecurityTypes: { None: 0, Append: 1, ParentChild: 2, Pointer: 4, Inheritance: 8 },
	StringFormat: counted(
		"Email",
		"Text",
		"TextArea",
		"Url",
		"TickerSymbol",
		"PhoneticGuide",
		"VersionNumber",
		"Phone",
		"Json",
		"RichText",
	),
};

function counted(...members: readonly string[]): Readonly<Record<string, number>> {
	return Object.fromEntries(members.map((member, index) => [member, index]));
}

const guid = "8f4c2d1e-7b3a-4c5d-9e8f-0a1b2c3d4e5f";

/** Well-formed requests as people write them to Dataverse, with everything that the grammar has. Places are filled in. */
const patterns: readonly string[] = [
	"accounts?$select=name,accountnumber,revenue,_ownerid_value&$filter=statecode eq 0 and contains(name,'NAME') and revenue gt NUMBER&$orderby=name asc,createdon desc&$top=50&$expand=primarycontactid($select=fullname)",
	"accounts(GUID)/contact_customer_accounts?$select=fullname,emailaddress1&$filter=startswith(lastname,'NAME') or (createdon ge 2024-01-01T00:00:00Z and statuscode ne 2)&$orderby=lastname&$count=true",
	"opportunities?$select=name,estimatedvalue&$filter=_customerid_value%20eq%20GUID%20and%20estimatedvalue%20ge%20NUMBER.50%20and%20contains(name,%27NAME%27)&$orderby=name%20desc",
	"contacts?$select=fullname,jobtitle&$filter=Microsoft.Dynamics.CRM.In(PropertyName='jobtitle',PropertyValues=['Buyer','NAME','Manager']) and Contact_Tasks/any(t:t/statecode eq 0 and contains(t/subject,'NUMBER'))&$top=10",
	"incidents?$select=title,ticketnumber,prioritycode&$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=30) and (prioritycode eq 1 or prioritycode eq 2)&$expand=customerid_account($select=name)",
	"tasks?$select=subject,scheduledend&$filter=scheduledend lt 2025-06-30T22:00:00%2B02:00 and _regardingobjectid_value ne null and subject ne 'It''s NAME'&$expand=regardingobjectid_account_task($select=name;$expand=ownerid)",
	"accounts?$apply=filter(statecode%20eq%200%20and%20revenue%20gt%20NUMBER)/groupby((address1_country,industrycode),aggregate(revenue%20with%20sum%20as%20total,$count%20as%20rows))&$orderby=total%20desc",
	"systemusers(GUID)/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()?$select=RolePrivileges&$filter=contains(fullname,@name) and businessunitid/name eq @unit&@name='NAME'&@unit='NUMBER'",
	"accounts(accountnumber='NAME-NUMBER',statecode=0)/primarycontactid?$select=fullname,birthdate,telephone1&$expand=account_primary_contact($select=name,revenue;$orderby=revenue desc;$top=3),ownerid($select=fullname)",
	"contacts?$filter=parentcustomerid_account/address1_city eq 'NAME' and birthdate ge 1980-02-29 and (familystatuscode in (1,2,3) or numberofchildren add 1 gt 2)&$select=fullname&$orderby=parentcustomerid_account/name",
];

const names = ["Contoso", "Fabrikam", "Litware", "Adatum", "Müller", "Northwind", "Proseware", "Tailspin"];

/** 200 different requests, the same ones every time, about 220 characters long. */
export const odataQueries: readonly string[] = Array.from({ length: 200 }, (_, index) => {
	const digits = String((index * 7919) % 100_000).padStart(5, "0");
	const id = `${guid.slice(0, -5)}${digits}`;
	const pattern = patterns[index % patterns.length] ?? "";
	const name = names[(index * 5) % names.length] ?? "";
	return pattern.replaceAll("GUID", id).replaceAll("NUMBER", digits).replaceAll("NAME", name);
});

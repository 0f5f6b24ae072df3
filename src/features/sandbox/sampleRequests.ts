import type { RunningSandbox } from "../../sandbox/server/startSandbox.ts";
import { webApiOf } from "./webApi.ts";

/**
 * Requests to begin with, in the form that REST Client, httpYac and others send: parts between lines of `###`, variables
 * in double braces. Every request works as it stands, in this order.
 */
export function sampleRequests(running: Pick<RunningSandbox, "url" | "token">): string {
	return `# Sandbox requests
# Any client that knows this form sends them (REST Client, httpYac, ...).
# The token opens the sandbox on this machine only, until it stops. Then copy the new one: "Dataverse: Copy Sandbox Token".

@url = ${webApiOf(running)}
@token = ${running.token}

### Who am I?
GET {{url}}/WhoAmI
Authorization: Bearer {{token}}

### The ten largest active accounts, with the texts that people read
GET {{url}}/accounts?$select=name,revenue,industrycode,_primarycontactid_value&$filter=statecode%20eq%200%20and%20revenue%20ne%20null&$orderby=revenue%20desc&$top=10
Authorization: Bearer {{token}}
Prefer: odata.include-annotations="*"

### Contacts with their account
GET {{url}}/contacts?$select=fullname,emailaddress1&$expand=parentcustomerid_account($select=name)&$top=5
Authorization: Bearer {{token}}

### Pages of fifty: follow @odata.nextLink to the end
GET {{url}}/contacts?$select=fullname&$count=true
Authorization: Bearer {{token}}
Prefer: odata.maxpagesize=50

### A new account, and what became of it
POST {{url}}/accounts
Authorization: Bearer {{token}}
Content-Type: application/json
Prefer: return=representation

{
  "name": "Blue Heron Lumber",
  "accountnumber": "DEMO-1",
  "revenue": 250000,
  "primarycontactid": { "firstname": "Dana", "lastname": "Larsen" }
}

### Change it by its alternate key
PATCH {{url}}/accounts(accountnumber='DEMO-1')
Authorization: Bearer {{token}}
Content-Type: application/json
If-Match: *

{ "telephone1": "+1 555 0100" }

### Delete it
DELETE {{url}}/accounts(accountnumber='DEMO-1')
Authorization: Bearer {{token}}

### What the service knows of a choice column
GET {{url}}/EntityDefinitions(LogicalName='account')/Attributes(LogicalName='industrycode')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet
Authorization: Bearer {{token}}
`;
}

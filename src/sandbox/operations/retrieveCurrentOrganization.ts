import type { JsonObject } from "../metadata/json.ts";
import { organization } from "../service/identity.ts";
import type { RequestContext } from "../service/requestContext.ts";
import { serviceVersion } from "./retrieveVersion.ts";

/**
 * The organization that answers. What only a place in Microsoft's cloud has (environment, data centre, region) is null,
 * and of the endpoints there is the web address alone.
 */
export function retrieveCurrentOrganization({ root }: RequestContext): JsonObject {
	return {
		Detail: {
			OrganizationId: organization.id,
			FriendlyName: organization.name,
			OrganizationVersion: serviceVersion,
			EnvironmentId: null,
			DatacenterId: null,
			Geo: null,
			TenantId: organization.tenantId,
			UrlName: organization.name.toLowerCase(),
			UniqueName: organization.name.toLowerCase(),
			State: "Enabled",
			Endpoints: { Count: 1, IsReadOnly: false, Keys: ["WebApplication"], Values: [`${new URL(root).origin}/`] },
		},
	};
}

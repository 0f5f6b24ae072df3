import { deepEqual, equal, ok } from "node:assert/strict";
import { compileReference } from "../../../src/core/schema/reference/compileReference.ts";
import { fixturePages } from "../../support/referencePages.ts";

const { schema, problems } = compileReference(fixturePages("older"), { descriptions: true });
const [bed, seed] = schema.tables;
ok(bed);
ok(seed);
const layer = "legacy";

describe("pages in the forms used before August 2024", () => {
	it("are identified", () => {
		deepEqual(
			[bed, seed].map((table) => [table.logicalName, table.schemaName, table.displayName, table.ownership]),
			[
				["cgn_bed", "cgn_Bed", "Bed", "UserOwned"],
				["cgn_seed", "cgn_Seed", "Seed", "OrganizationOwned"],
			],
		);
		deepEqual(schema.layers, [{ id: "legacy", product: "Contoso Platform" }]);
		equal(bed.description, "A strip of soil.");
		equal(seed.description, "What one sows.");
	});

	it("have columns with their choices", () => {
		deepEqual(
			bed.columns.map(({ logicalName, type, access }) => [logicalName, type, access]),
			[
				["cgn_bedid", "Uniqueidentifier", "writable"],
				["cgn_gardeners", "Lookup", "readOnly"],
				["cgn_raised", "Boolean", "writable"],
				["statecode", "State", "readOnly"],
				["statuscode", "Status", "readOnly"],
			],
		);
		const choice = (name: string): unknown => bed.columns.find(({ logicalName }) => logicalName === name)?.choice;
		deepEqual(choice("cgn_raised"), {
			defaultValue: 1,
			options: [
				{ value: 1, label: "Yes", layer },
				{ value: 0, label: "No", layer },
			],
		});
		deepEqual(choice("statecode"), {
			options: [
				{ value: 0, label: "Active", defaultStatus: 1, invariantName: "Active", layer },
				{ value: 1, label: "Inactive", defaultStatus: 2, invariantName: "Inactive", layer },
			],
		});
		deepEqual(choice("statuscode"), {
			options: [
				{ value: 1, label: "Growing", state: 0, layer },
				{ value: 2, label: "Resting", state: 1, layer },
			],
		});
		deepEqual(
			bed.columns[1]?.targets?.map(({ table }) => table),
			["cgn_gardener", "cgn_team"],
		);
	});

	it("have relationships, by their sentence where there are no rows", () => {
		deepEqual(seed.manyToOne, [{ schemaName: "cgn_bed_seeds", layer, referencedTable: "cgn_bed" }]);
		deepEqual(bed.oneToMany, [
			{
				schemaName: "cgn_bed_seeds",
				layer,
				referencingTable: "cgn_seed",
				referencingColumn: "cgn_bedid",
				customizable: true,
				navigationProperty: "cgn_bed_seeds",
				menu: { behavior: "UseCollectionName", group: "Details", label: null, order: null },
			},
		]);
	});

	it("have messages", () => {
		deepEqual(bed.messages, [
			{
				name: "Create",
				layer,
				webApi: { kind: "request", method: "POST", path: "/cgn_beds" },
				sdk: { kind: "type", name: "Contoso.Sdk.CreateRequest" },
			},
			{
				name: "GrantAccess",
				layer,
				webApi: { kind: "operation", name: "Contoso.Api.GrantAccess" },
				sdk: { kind: "type", name: "Contoso.Sdk.GrantAccessRequest" },
			},
			{
				name: "Retrieve",
				layer,
				webApi: { kind: "request", method: "GET", path: "/cgn_beds(cgn_bedid)" },
				sdk: { kind: "type", name: "Contoso.Sdk.RetrieveRequest" },
			},
			{ name: "Weed", layer, sdk: { kind: "article", name: "Use messages" } },
		]);
		deepEqual(
			seed.messages?.map(({ webApi }) => webApi),
			[{ kind: "request", method: "PATCH", path: "/cgn_seeds(cgn_seedid)" }],
		);
	});

	it("lose nothing in silence", () => {
		deepEqual(
			problems.map(({ file, line, code, text }) => `${file.slice("legacy/".length)}:${line} ${code} ${text}`),
			[
				"cgn_bed.md:20 notInModel **Added by**: Beds Solution",
				"cgn_bed.md:27 notInModel or <br /><xref:Contoso.Sdk.IService.Create*>",
				"cgn_bed.md:40 notInModel |IsBPFEntity|False|",
				"cgn_bed.md:45 notInModel |PrimaryNameAttribute||",
				"cgn_bed.md:60 notInModel **Added by**: Beds Solution",
				"cgn_bed.md:68 notInModel |IsValidForUpdate|False|",
				"cgn_bed.md:89 notInModel On the ground",
				"cgn_bed.md:100 targetTableMissing cgn_Gardeners: cgn_gardener",
				"cgn_bed.md:100 targetTableMissing cgn_Gardeners: cgn_team",
				"cgn_bed.md:156 notInModel |IsHierarchical|False|",
				"cgn_bed.md:160 notInModel |CascadeConfiguration|Assign: Cascade<br />Delete: Cascade|",
				"cgn_bed.md:168 relatedTableMissing cgn_gardener_beds: cgn_gardener",
				"cgn_bed.md:170 notInModel **Added by**: Beds Solution",
				"cgn_seed.md:14 notInModel **Added by**: Seeds Solution",
				"cgn_seed.md:28 notInModel |IsBPFEntity|False|",
			],
		);
	});
});

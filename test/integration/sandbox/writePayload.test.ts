import { guid, type WriteCase, writeCases } from "../../support/sandbox/writeCases.ts";

const one = guid("1");
const absent = { [`account ${one}`]: null };

/** A body that is refused as one that does not fit, by a sentence with these words. */
const refused = (name: string, body: string, says: string): WriteCase => ({
	name,
	request: "POST accounts",
	body,
	status: 400,
	code: "0x80048d19",
	says,
	after: absent,
});

const id = `"accountid":"${one}"`;
const deep = (levels: number): string => `{${id},"primarycontactid":${"[".repeat(levels)}${"]".repeat(levels)}}`;

describe("sandbox: bodies of writes", () => {
	writeCases(
		() => undefined,
		[
			refused("without text", "  ", "The body of the request is empty"),
			refused("that are no JSON", `{${id},`, "Invalid JSON."),
			refused(
				"that are a list",
				`[{${id}}]`,
				"An unexpected 'StartArray' node was found when reading from the JSON reader.",
			),
			refused("that are a text", `"accounts"`, "'PrimitiveValue'"),
			refused("that are null", "null", "'PrimitiveValue'"),
			refused(
				"with a name twice",
				`{${id},"name":"a","n\\u0061me":"b"}`,
				"Multiple properties with the name 'name' were detected in a resource or a complex value.",
			),
			refused(
				"with a name twice further in",
				`{${id},"primarycontactid":{"lastname":"a","lastname":"b"}}`,
				"'lastname'",
			),
			refused("nested too deep", deep(200), "The depth limit is 100."),
			refused("with an object in the place of a text", `{${id},"name":{"a":1}}`, "StartObject"),
			refused("with a text in the place of a number", `{${id},"numberofemployees":"many"}`, "Edm.Int32"),
			refused("with the name of a column in another case", `{${id},"NAME":"a"}`, "Invalid property 'NAME'"),
			refused("with the column that names an owner", `{${id},"owneridname":"a"}`, "Invalid property 'owneridname'"),
			refused("with a name that every object has", `{${id},"constructor":1}`, "Invalid property 'constructor'"),
			refused(
				"with a name that objects are made with",
				`{${id},"__proto__":{"name":"a"}}`,
				"Invalid property '__proto__'",
			),
			refused("of another type", `{${id},"@odata.type":"#Microsoft.Dynamics.CRM.contact"}`, "is not assignable"),
			refused("with a null in the place of a list", `{${id},"Account_Tasks":null}`, "Account_Tasks"),
			{
				name: "with the same name in two objects are fine",
				request: "POST accounts",
				body: `{${id},"name":"{\\"name\\":1}","primarycontactid":{"lastname":"b","description":"name"}}`,
				status: 204,
				after: { [`account ${one}`]: { name: '{"name":1}' } },
			},
			{
				name: "with a byte order mark are fine",
				request: "POST accounts",
				body: `\ufeff{${id}}`,
				status: 204,
				after: { [`account ${one}`]: {} },
			},
			{
				name: "that are no UTF-8 are refused",
				request: "POST accounts",
				body: Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d),
				status: 400,
				code: "0x80048d19",
			},
			{
				name: "of another media type are refused",
				request: "POST accounts",
				body: `{${id}}`,
				headers: { "Content-Type": "text/plain" },
				status: 415,
				after: absent,
			},
			{
				name: "with a text too long for its column are refused",
				request: "POST accounts",
				body: { accountid: one, name: "x".repeat(161) },
				status: 400,
				code: "0x80044331",
				after: absent,
			},
			{ name: "for an update may be empty objects", request: `PATCH accounts(${one})`, body: {}, status: 204 },
		],
	);
});

import type { SandboxInMemory } from "../../support/sandbox/sandboxInMemory.ts";
import { guid, type WriteCase, writeCases } from "../../support/sandbox/writeCases.ts";

const one = guid("1");

function prepare(sandbox: SandboxInMemory): void {
	sandbox.ok("POST", "accounts", { body: { accountid: one, name: "Fabrikam" } });
	sandbox.ok("POST", "tasks", { body: { activityid: one, subject: "Call" } });
	const customer = { "customerid_account@odata.bind": `accounts(${one})` };
	sandbox.ok("POST", "opportunities", { body: { opportunityid: one, name: "Big", ...customer } });
	sandbox.ok("POST", "incidents", { body: { incidentid: one, title: "Broken", ...customer } });
	sandbox.ok("POST", "leads", { body: { leadid: one, lastname: "Lind", statuscode: 2 } });
}

/** A PATCH of one of the rows above, and its pair afterwards. */
function moved(
	name: string,
	place: string,
	body: Readonly<Record<string, unknown>>,
	pair: readonly [number, number],
	refusal: Pick<WriteCase, "code" | "says"> = {},
): WriteCase {
	const [set = "", table = ""] = place.split(" ");
	const [statecode, statuscode] = pair;
	return {
		name,
		request: `PATCH ${set}(${one})`,
		body,
		status: refusal.code === undefined ? 204 : 400,
		...refusal,
		after: { [`${table} ${one}`]: { statecode, statuscode } },
	};
}

describe("sandbox: state and status", () => {
	const wrongPair = { code: "0x80048408" };
	const won = { statecode: 1, statuscode: 3 };
	writeCases(prepare, [
		moved("begins in the first state with its default status", "accounts account", { name: "x" }, [0, 1]),
		moved("begins with the default status of its own table", "tasks task", {}, [0, 2]),
		moved("takes a pair", "accounts account", { statecode: 1, statuscode: 2 }, [1, 2]),
		moved("brings the default status of a state alone", "tasks task", { statecode: 1 }, [1, 5]),
		moved("takes a status of the present state alone", "tasks task", { statuscode: 3 }, [0, 3]),
		moved("brings the default status also where the state stays", "leads lead", { statecode: 0 }, [0, 1]),
		moved("refuses a status of another state alone", "accounts account", { statuscode: 2 }, [0, 1], {
			...wrongPair,
			says: `2 is not a valid status code for state code AccountState.Active on account with Id ${one}.`,
		}),
		moved("refuses a pair that is none", "tasks task", { statecode: 1, statuscode: 6 }, [0, 2], {
			...wrongPair,
			says: "6 is not a valid status code for state code TaskState.Completed on task",
		}),
		moved("refuses a status that is none", "accounts account", { statuscode: 77 }, [0, 1], wrongPair),
		moved("refuses a state that is none", "accounts account", { statecode: 7 }, [0, 1], wrongPair),
		moved("keeps the pair where both are cleared", "accounts account", { statecode: null, statuscode: null }, [0, 1]),
		moved("does not win an opportunity by an update", "opportunities opportunity", won, [0, 1], {
			code: "0x80100005",
			says: "This message can not be used to set the state of opportunity to won.",
		}),
		moved("does not lose an opportunity by an update", "opportunities opportunity", { statecode: 2 }, [0, 1], {
			code: "0x80100005",
		}),
		moved("holds an opportunity", "opportunities opportunity", { statuscode: 2 }, [0, 2]),
		moved("does not resolve a case by an update", "incidents incident", { statecode: 1, statuscode: 5 }, [0, 1], {
			code: "0x80100005",
			says: "use the CloseIncidentRequest message instead",
		}),
		moved("cancels a case by an update", "incidents incident", { statecode: 2, statuscode: 6 }, [2, 6]),
		moved("does not qualify a lead by an update", "leads lead", { statecode: 1 }, [0, 2], { code: "0x80100005" }),
		moved("disqualifies a lead by an update", "leads lead", { statecode: 2, statuscode: 4 }, [2, 4]),
		{
			name: "does not take the state of a new record",
			request: "POST accounts",
			body: { accountid: guid("2"), name: "x", statecode: 1 },
			status: 204,
			after: { [`account ${guid("2")}`]: { statecode: 0, statuscode: 1 } },
		},
		{
			name: "checks the status of a new record against its first state",
			request: "POST accounts",
			body: { accountid: guid("2"), name: "x", statecode: 1, statuscode: 2 },
			status: 400,
			code: "0x80048408",
			after: { [`account ${guid("2")}`]: null },
		},
	]);
});

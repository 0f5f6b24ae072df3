/** How a state is reached that no update may set. */
export interface StateMessage {
	/** As the service's sentence names it, which is not always the message's own name. */
	readonly name: string;
	/** Where the sentence does not use the state's name as the schema has it. */
	readonly stateName?: string;
}

/**
 * Which message brings a record of that table into that state, where an update must not. These are the messages that
 * also make a record of the closing: WinOpportunity, LoseOpportunity, CloseIncident, CloseQuote, WinQuote, QualifyLead,
 * FulfillSalesOrder, CancelSalesOrder. The wording for opportunities and cases is the service's; for the others it is
 * made alike.
 *
 * @param state value of `statecode`.
 */
export function messageForState(table: string, state: number): StateMessage | undefined {
	return messages[table]?.[state];
}

const messages: Readonly<Record<string, Readonly<Record<number, StateMessage>>>> = {
	opportunity: { 1: { name: "won", stateName: "won" }, 2: { name: "lost", stateName: "lost" } },
	incident: { 1: { name: "CloseIncidentRequest" } },
	quote: { 2: { name: "WinQuoteRequest" }, 3: { name: "CloseQuoteRequest" } },
	salesorder: { 2: { name: "CancelSalesOrderRequest" }, 3: { name: "FulfillSalesOrderRequest" } },
	lead: { 1: { name: "QualifyLeadRequest" } },
};

/**
 * The query functions of the service
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/queryfunctions) by name, with what
 * they take besides `PropertyName`.
 */

/** "none": nothing. "number", "value": `PropertyValue`. "values": `PropertyValues`. "pair": `PropertyValue1` and `2`. */
export type FunctionParameters = "none" | "number" | "value" | "values" | "pair";

export type QueryFunctionName = keyof typeof parametersOf;

export const parametersOf = {
	Above: "value",
	AboveOrEqual: "value",
	Between: "values",
	Contains: "value",
	ContainValues: "values",
	DoesNotContainValues: "values",
	EqualBusinessId: "none",
	EqualRoleBusinessId: "none",
	EqualUserId: "none",
	EqualUserLanguage: "none",
	EqualUserOrUserHierarchy: "none",
	EqualUserOrUserHierarchyAndTeams: "none",
	EqualUserOrUserTeams: "none",
	EqualUserTeams: "none",
	In: "values",
	InFiscalPeriod: "number",
	InFiscalPeriodAndYear: "pair",
	InFiscalYear: "number",
	InOrAfterFiscalPeriodAndYear: "pair",
	InOrBeforeFiscalPeriodAndYear: "pair",
	Last7Days: "none",
	LastFiscalPeriod: "none",
	LastFiscalYear: "none",
	LastMonth: "none",
	LastWeek: "none",
	LastXDays: "number",
	LastXFiscalPeriods: "number",
	LastXFiscalYears: "number",
	LastXHours: "number",
	LastXMonths: "number",
	LastXWeeks: "number",
	LastXYears: "number",
	LastYear: "none",
	Next7Days: "none",
	NextFiscalPeriod: "none",
	NextFiscalYear: "none",
	NextMonth: "none",
	NextWeek: "none",
	NextXDays: "number",
	NextXFiscalPeriods: "number",
	NextXFiscalYears: "number",
	NextXHours: "number",
	NextXMonths: "number",
	NextXWeeks: "number",
	NextXYears: "number",
	NextYear: "none",
	NotBetween: "values",
	NotEqualBusinessId: "none",
	NotEqualUserId: "none",
	NotIn: "values",
	NotUnder: "value",
	OlderThanXDays: "number",
	OlderThanXHours: "number",
	OlderThanXMinutes: "number",
	OlderThanXMonths: "number",
	OlderThanXWeeks: "number",
	OlderThanXYears: "number",
	On: "value",
	OnOrAfter: "value",
	OnOrBefore: "value",
	ThisFiscalPeriod: "none",
	ThisFiscalYear: "none",
	ThisMonth: "none",
	ThisWeek: "none",
	ThisYear: "none",
	Today: "none",
	Tomorrow: "none",
	Under: "value",
	UnderOrEqual: "value",
	Yesterday: "none",
} as const satisfies Readonly<Record<string, FunctionParameters>>;

const serviceNamespace = "Microsoft.Dynamics.CRM.";

/** The function of that full name, in exact case; undefined where the service has none of that name. */
export function queryFunction(name: string): QueryFunctionName | undefined {
	if (!name.startsWith(serviceNamespace)) return undefined;
	const own = name.slice(serviceNamespace.length);
	return isQueryFunction(own) ? own : undefined;
}

function isQueryFunction(name: string): name is QueryFunctionName {
	return Object.hasOwn(parametersOf, name);
}

export type NamesWith<Parameters extends FunctionParameters> = {
	[Name in QueryFunctionName]: (typeof parametersOf)[Name] extends Parameters ? Name : never;
}[QueryFunctionName];

import type { SignInProblemCode } from "../core/client/signInProblem.ts";

/**
 * Numbers of the identity service by what they mean for a person. They may change without notice, so they only make the
 * words better: what is in no list goes by OAuth's own error. https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const numbers: Readonly<Partial<Record<SignInProblemCode, readonly number[]>>> = {
	cancelled: [65004],
	consentMissing: [50105, 65001, 65005, 90008, 90093, 90094, 90095, 650051, 650052, 650056, 650057],
	conditionalAccess: [
		50005, 50072, 50074, 50076, 50079, 50097, 50127, 50129, 50131, 50155, 50158, 50177, 50178, 50187, 53000, 53001,
		53002, 53003, 53004, 53009, 53010, 53011, 500212, 500213, 530002, 530003, 530034, 530035,
	],
	wrongTenant: [
		16000, 16003, 50002, 50014, 50020, 50034, 50059, 50128, 50194, 51004, 90002, 90019, 90038, 90072, 500011, 500021,
		500022, 500208, 900021, 900023, 9001023,
	],
	wrongSecret: [70002, 7000215],
	expiredSecret: [7000222, 1000502],
	wrongCertificate: [50012, 50013, 50027, 700021, 700023, 700027, 700030, 7000214, 7000274, 7000277],
	wrongClient: [50011, 65002, 70001, 70004, 700011, 700016, 700025, 700038, 7000112, 7000216, 7000218, 500113],
	clockSkew: [80013, 500133, 700024],
	signInNeeded: [
		50055, 50057, 50058, 50078, 50089, 50132, 50133, 50135, 50139, 50144, 50173, 54005, 70000, 70008, 70043, 700082,
		700084,
	],
	timedOut: [70019, 70020],
	unavailable: [40010, 50033, 50087, 50088, 50196, 90006, 90012, 90024, 90033, 90036, 90055],
};

const codes = new Map(
	Object.entries(numbers).flatMap(([code, list]) => list.map((number) => [number, code as SignInProblemCode] as const)),
);

/** What a number of the identity service means; undefined where it is none that people meet here. */
export function codeOfNumber(number: number): SignInProblemCode | undefined {
	return codes.get(number);
}

/**
 * Days from 1970-01-01 to a day of the Gregorian calendar, months from 1. A year is counted from March, so that the day that
 * leap years have more is its last. A day that the month does not have is one of the next.
 */
export function daysSince1970(year: number, month: number, day: number): number {
	const fromMarch = (month + 9) % 12;
	const years = month < 3 ? year - 1 : year;
	const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
	const daysBeforeMonth = Math.floor((153 * fromMarch + 2) / 5);
	return years * 365 + leapDays + daysBeforeMonth + day - 719_469;
}

/** One of Microsoft's clouds: where its environments are found and who signs people in. */
export interface Cloud {
	readonly id: string;
	/** Origin of the global discovery service. */
	readonly discovery: string;
	/** Origins of the authorities that may issue tokens for environments of this cloud. */
	readonly authorities: readonly string[];
	/** How the host names of its environments end: ".dynamics.com". */
	readonly environmentSuffixes: readonly string[];
}

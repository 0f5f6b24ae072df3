/** Composition root: builds the services by hand and registers each feature. */
export function activate(): void {
	// Features register themselves here as they land.
}

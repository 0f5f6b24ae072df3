/** What `Prefer` asks for. What is unknown or out of range is ignored, as the service does. */
export interface Preferences {
	/** `odata.maxpagesize`, from 1 to 5,000. */
	readonly maxPageSize?: number;
	/** Patterns of `odata.include-annotations`: "*", "OData.Community.Display.V1.*", "-Microsoft.*". Empty: none. */
	readonly annotations: readonly string[];
	readonly returnRepresentation: boolean;
	readonly continueOnError: boolean;
}

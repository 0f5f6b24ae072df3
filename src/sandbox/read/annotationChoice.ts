import type { Preferences } from "../service/preferences.ts";
import { wantsAnnotation } from "../service/wantsAnnotation.ts";

export const formattedValueTerm = "OData.Community.Display.V1.FormattedValue";
export const navigationTerm = "Microsoft.Dynamics.CRM.associatednavigationproperty";
export const targetTerm = "Microsoft.Dynamics.CRM.lookuplogicalname";
export const countTerm = "Microsoft.Dynamics.CRM.totalrecordcount";
export const countLimitTerm = "Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded";
export const metadataVersionTerm = "Microsoft.Dynamics.CRM.globalmetadataversion";

/** The annotations of rows that a request asks for; the terms of a whole answer are asked for one by one. */
export interface AnnotationChoice {
	readonly formatted: boolean;
	readonly navigation: boolean;
	readonly target: boolean;
}

export function annotationChoice({ annotations }: Preferences): AnnotationChoice {
	return {
		formatted: wantsAnnotation(annotations, formattedValueTerm),
		navigation: wantsAnnotation(annotations, navigationTerm),
		target: wantsAnnotation(annotations, targetTerm),
	};
}

/** Id of the custom editor in package.json. */
export const resultsViewType = "dataverseWorkbench.results";

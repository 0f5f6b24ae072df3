/** Id of the custom editor in package.json. */
export const tablePageViewType = "dataverseWorkbench.tablePage";

/** Where this window keeps that its sandbox was open when it was last seen. Read while the extension starts. */
export const openKey = "sandbox.open";

/** The variable that says to a test run that what is generated is up to date. */
export const GENERATED_VARIABLE = "REMEDYC_GENERATED";

/** Stands in the name of every certificate that `remedyc test-certificate` makes, so that people and `remedyc sign` know it. */
export const testCertificateMark = "FOR TESTING ONLY";

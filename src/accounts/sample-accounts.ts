/** The SID of the domain of `remedyc test`'s machine. */
export const domainSid = "S-1-5-21-1004336348-1177238915-682003330";

/** The accounts of its domain that the machine of `remedyc test` knows in every scenario, with their SIDs. */
export const sampleAccounts: Readonly<Record<string, string>> = {
  "CONTOSO\\Domain Admins": `${domainSid}-512`,
  "CONTOSO\\ann": `${domainSid}-1103`,
  "CONTOSO\\bob": `${domainSid}-1104`,
  "CONTOSO\\svc": `${domainSid}-1201`,
};

/** Words of `computer` in `given` that say which accounts there are. */
export const accountWords = ["domain_accounts", "managed_accounts", "local_accounts"] as const;
/** The word that says which accounts there are no longer. */
export const missingAccountsWord = "missing_accounts";

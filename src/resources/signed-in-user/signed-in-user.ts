import type { Reading, Singleton } from "../language.ts";

/**
 * The person who is signed in at the console: at screen and keyboard of the computer, also while it is locked. Who is signed in from afar (Remote Desktop) is not.
 *
 * @touches CIM's class `Win32_ComputerSystem` (read only); the name is resolved as any account's.
 */
export interface SignedInUser extends Singleton {
  /** The name of the account: `"CONTOSO\ann"`, `"AzureAD\AnnMiller"`. None where nobody is signed in. */
  name?: Reading<string>;

  /** The SID of the account; `profile(sid == …)` is the profile. None where nobody is signed in. */
  sid?: Reading<string>;
}

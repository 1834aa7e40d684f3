import { account, bool, duration, int, listOf, text, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("cim_readable", bool, "False: CIM does not answer."),
  word("memory_modules_listed", bool, "False: the firmware lists no memory modules."),
  word("policy_readable", bool, "False: the resulting set of policy cannot be asked."),
  word("installer_busy", bool, "Another installation runs all the time."),
  word("installer_busy_for", duration, "Another installation runs so long."),
  word("installer_collisions", int, "So many starts of an installer find another one that slipped in (1618)."),
  word("domain_accounts", listOf(account), "Users and groups of a domain that it can look up, beside those that the remedy names."),
  word("managed_accounts", listOf(account), "Group managed service accounts that it can look up; their names end with `$`."),
  word("local_accounts", listOf(account), "Users and groups of its own: `.\\name`."),
  word("missing_accounts", listOf(account), "Accounts that nobody has any more, also where the remedy names them."),
  word(
    "secrets",
    listOf(text),
    "Names of environment variables with a secret, and paths of files under DPAPI, beside those that the remedy names.",
  ),
  word("missing_secrets", listOf(text), "Those of them that are not there."),
];

import type { Account, Creatable, Demand, Key, Reading, State } from "../language.ts";

/**
 * A group of the computer itself: one of Windows, or one of its own.
 *
 * A group of Windows is named by its SID or its English name (`"S-1-5-32-555"`, `"Remote Desktop Users"`) and found by the SID, so it is the right one on
 * a Windows of every language; one of the computer's own is `'.\name'`. `present`, like any block with a state, makes one of its own where it is missing. Groups of Windows are neither made nor deleted.
 *
 * Members are compared by SID, added and removed one by one, and the list is never replaced. Those that no longer have a name (orphans) and those of
 * Microsoft Entra stay as they are, and harm neither the test nor the fix; only `only` takes them away. Members are those that the group lists itself: who belongs to it
 * through another group counts as missing. Membership counts from the account's next sign-in on.
 *
 * The built-in administrator (RID 500) always stays in Administrators: Windows lets nobody take it out, so `only` need not name it.
 *
 * @blocker The computer is a domain controller: it has no groups of its own, what it has are the domain's. Nothing can be read there either.
 * @blocker It is a group that this Windows does not have, or, with `absent`, one of Windows.
 * @blocker The list of a domain policy (Restricted Groups) lacks an account that is to be a member, or has one that is not: what is changed here would not last. The policy is named. Group Policy Preferences and Intune's local user group membership cannot be told from any other writer.
 * @blocker Administrators would have no member but the built-in administrator that `only` does not name, or would lose that one.
 * @blocker The account that runs the script would lose its rights as an administrator.
 * @blocker The script runs without administrator's rights.
 * @touches The local security database (SAM), member by member.
 * @touches The result of the last policy run (RSoP), asked only when a member is missing or too many.
 */
export interface LocalGroup extends Creatable {
  /**
   * Which group it is: a SID `S-1-5-32-…` or the English name of a group of Windows, or `'.\name'`.
   * @maxLength 258
   * @pattern ^(?!S-1-(?!5-32-)|(NT|IIS|APPLICATION) )((\.|BUILTIN)\\)?[^\\@]+$
   * @fit .\*
   * @limitSource a group of Windows by its SID or English name, one of the computer as '.\name'; names have at most 256 characters (learn.microsoft.com/windows/win32/api/lmaccess/ns-lmaccess-localgroup_info_1)
   */
  group: Key<Account>;

  /**
   * Accounts that are members, each added where it is missing; others stay. `members` tells who is one.
   * @additive
   */
  includes: Demand<Account[]>;

  /**
   * Accounts that are no members, each removed where it is one.
   * @additive
   */
  excludes: Demand<Account[]>;

  /** Exactly these are the members: all others are removed, orphans and accounts of Microsoft Entra, too. */
  only: Demand<Account[]>;

  /**
   * What it is for, as Computer Management shows it; compared exactly.
   * @maxLength 256
   * @limitSource NetLocalGroupSetInfo, LOCALGROUP_INFO_1 (learn.microsoft.com/windows/win32/api/lmaccess/ns-lmaccess-localgroup_info_1): MAXCOMMENTSZ, 256 characters
   */
  description: State<string>;

  /** The SIDs of its members. */
  members: Reading<Account[]>;
}

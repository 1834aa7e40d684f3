import type { Creatable, Duration, Enumerable, Key, Means, Reading, Secret, State } from "../language.ts";

/**
 * A user account of the computer itself: one of its own, or one that Windows brings.
 *
 * One of the computer's own is `'.\name'`, as wherever an account is named. `"Administrator"`, `"Guest"` and `"DefaultAccount"` are the accounts of Windows, found by
 * their number (RID 500, 501, 503), so the right ones on a Windows of every language and when they were renamed.
 *
 * `present`, like any block with a state, makes one of the computer's own where it is missing, with the `password` and at once as the remedy says; it is in no group then (`local_group` puts it in one).
 * A password is a secret of the device, read when the account is made and never else: it is not tested, and that of an account that is there is never changed.
 * `absent` deletes the account and leaves its profile. An account of the same name that is made later is another one, with another SID and without its rights: a deletion cannot be undone.
 *
 * `each u in local_user()` goes over all of them, or over those for which filters hold (`enabled == true`, `password_age > 365d`), Windows' own among them; `u.account` is the name.
 *
 * @blocker The computer is a domain controller: it has no accounts of its own, what it has are the domain's. Nothing can be read there either.
 * @blocker The account is missing, and the remedy gives no `password` to make it with, or the secret is not there.
 * @blocker It is an account of Windows that this computer does not have, or, with `absent`, any of them.
 * @blocker It is the account that runs the script, which is neither disabled nor deleted.
 * @blocker A domain policy (`Accounts: Administrator account status`, `Accounts: Guest account status`) sets whether it is enabled. The policy is named. Intune's policies of that name cannot be told.
 * @blocker The script runs without administrator's rights.
 * @touches The local security database (SAM).
 * @touches The result of the last policy run (RSoP), asked only when an account of Windows is enabled or disabled against the wish.
 */
export interface LocalUser extends Creatable, Enumerable {
  /**
   * Which account it is: `'.\name'`, or one of Windows by its English name.
   * @pattern ^(Administrator|Guest|DefaultAccount|\.\\(?![. ]*$)[^"/\\\[\]:;|=,+*?<>@\x00-\x1f]{1,20})$
   * @fit .\*
   * @limitSource Administrator, Guest, DefaultAccount, or '.\name'; a name has at most 20 characters, none of "/\[]:;|=,+*?<>@, and is not of dots and spaces alone (learn.microsoft.com/windows/win32/api/lmaccess/ns-lmaccess-user_info_1 and learn.microsoft.com/windows/win32/api/lmaccess/nf-lmaccess-netuseradd)
   */
  account: Key<string>;

  /** Whether somebody may sign in with it. */
  enabled: State<boolean>;

  /** Whether its password is good for ever, whatever the password policy says. */
  password_never_expires: State<boolean>;

  /** Whether who signs in with it may change its password. */
  may_change_password: State<boolean>;

  /**
   * The name that is shown at the sign-in; compared exactly.
   * @maxLength 256
   * @limitSource as a description; no other limit is documented
   */
  full_name: State<string>;

  /**
   * What it is for, as Computer Management shows it; compared exactly.
   * @maxLength 256
   * @limitSource learn.microsoft.com/windows/win32/api/lmaccess/ns-lmaccess-user_info_1: a comment; MAXCOMMENTSZ, 256 characters
   */
  description: State<string>;

  /**
   * The password with which the account is made, read on the device by the fix only. It is never tested: a change of password alone is no drift.
   * @only present
   */
  password?: Means<Secret>;

  /** How long ago its password was set. */
  password_age: Reading<Duration>;
}

import type { Reading, Singleton } from "../language.ts";

/**
 * Whether Windows waits for a restart.
 *
 * @touches The registry, and the Configuration Manager client where there is one (read only).
 */
export interface Reboot extends Singleton {
  /** Component servicing, Windows Update, a rename of the computer, a domain join or the Configuration Manager client ask for one. A client that cannot be asked is a warning, and asks for none. */
  pending: Reading<boolean>;

  /** Files wait to be renamed or deleted by the next start. Told apart from `pending`, because browsers and virus scanners leave some on most machines. */
  file_renames: Reading<boolean>;
}

import type { Reading, Singleton, Size } from "../language.ts";

/**
 * The computer and where it belongs.
 *
 * @touches The registry and CIM (read only).
 */
export interface Computer extends Singleton {
  /** The computer's name (NetBIOS). */
  name: Reading<string>;

  /** True on every domain controller, also a read-only one. */
  is_domain_controller: Reading<boolean>;

  /** True when it is a member of an Active Directory domain. */
  is_domain_joined: Reading<boolean>;

  /** True when the device itself is joined to Microsoft Entra, also when it is joined to a domain as well (hybrid); not for a registration by a user. */
  is_entra_joined: Reading<boolean>;

  /** The memory that is built in, with what firmware and graphics keep for themselves. */
  memory: Reading<Size>;
}

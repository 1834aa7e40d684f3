import type { Reading, Singleton, Version } from "../language.ts";

/**
 * The Trusted Platform Module (TPM) of this computer.
 *
 * @touches CIM's class `Win32_Tpm` (read only). Only administrators may ask it.
 */
export interface Tpm extends Singleton {
  /** Whether Windows sees one. One that is switched off in the firmware may be hidden from it. */
  present: Reading<boolean>;

  /** Whether it is switched on; false as well where there is none. */
  enabled: Reading<boolean>;

  /** Whether it and Windows are set up for its use, as BitLocker and Windows Hello ask for; false as well where there is none. */
  ready: Reading<boolean>;

  /** The version of the specification that it follows: `2.0` or `1.2`. None where there is none, or it does not say. */
  version?: Reading<Version>;
}

import type { Change, Ensurable, Enumerable, Key, Presumed, Reading, State } from "../language.ts";

/**
 * A drive as BitLocker protects it. `bitlocker_volume()` in `each`, `any` and `all` are all drives with a letter that Windows can encrypt, attached ones included.
 *
 * A fix resumes a protection that is suspended, and adds a recovery password where there is none. It starts no encryption, changes no method, and takes nothing away. Before anything
 * that may ask a person for the recovery key (firmware, boot settings), keep the key where it can be found: `ensure bitlocker_volume("C:") { recovery_password: present }`, then
 * `check "the recovery key is in Entra" every 30d fix { backup bitlocker_volume("C:") { to: entra } }`, in a step before it.
 *
 * A suspension without an end (`Suspend-BitLocker -RebootCount 0`) is resumed: where an update may be waiting behind it, `require not reboot.pending else "…"` before it.
 *
 * Of a drive that is not there, that Windows cannot encrypt, or of a Windows without BitLocker (a server without its feature) nothing can be read, which is not compliant; `.exists` tells.
 *
 * @blocker Protection is to be on, and the drive is not encrypted, or not yet: that is for a policy (Intune, Configuration Manager, Group Policy) or a person to start.
 * @blocker Protection is suspended for a number of restarts, as updates of firmware ask for: it is resumed by itself, and before its time Windows might ask for the recovery key.
 * @blocker The drive has no key protector that could be enabled.
 * @blocker It is encrypted with another method: Windows changes that only by decrypting it and encrypting it again.
 * @blocker A recovery password is missing, and Group Policy or Intune allows none, or the drive is not encrypted.
 * @touches BitLocker, through CIM's class `Win32_EncryptableVolume`: no module is needed. A recovery password itself is never read.
 * @touches The registry, SOFTWARE\Policies\Microsoft\FVE (read only).
 */
export interface BitlockerVolume extends Ensurable, Enumerable, Presumed {
  /**
   * Its letter: `"C:"`. The drive of Windows is `os.system_drive`.
   * @pattern ^[A-Z]:$
   * @fit *:
   * @limitSource Naming Files, Paths, and Namespaces: a disk designator is a letter and a colon (learn.microsoft.com/windows/win32/fileio/naming-a-file)
   */
  drive: Key<string>;

  /** Whether a recovery password (48 digits) can unlock it. */
  recovery_password: State<
    /** There is one. */
    "present",
    /** There is none. */
    "missing"
  >;

  /** How it is encrypted. None where it is not. Source: "GetEncryptionMethod method" (learn.microsoft.com/windows/win32/secprov/getencryptionmethod-win32-encryptablevolume). */
  method?: State<
    /** AES (CBC) with 128 bits. */
    | "aes_128"
    /** AES (CBC) with 256 bits. */
    | "aes_256"
    /** XTS-AES with 128 bits. */
    | "xts_aes_128"
    /** XTS-AES with 256 bits. */
    | "xts_aes_256",
    /** AES with 128 bits and a diffuser, as Windows 7 did. */
    | "aes_128_diffuser"
    /** AES with 256 bits and a diffuser, as Windows 7 did. */
    | "aes_256_diffuser"
    /** The drive encrypts by itself. */
    | "hardware"
    /** BitLocker does not say. */
    | "unknown"
  >;

  /** Whether what is on it can be read without its keys. Of a drive that is locked this cannot be read. */
  protection: State<
    /** It is encrypted, and so is its key. */
    "on",
    /** It is encrypted, and its key lies open on it: BitLocker is suspended, or waits to be activated. */
    | "suspended"
    /** It is not encrypted, or not wholly. */
    | "off"
  >;

  /** How far its encryption is. Of a drive that is locked this cannot be read. */
  conversion: Reading<
    /** It is not encrypted. */
    | "decrypted"
    /** All of it is encrypted. */
    | "encrypted"
    /** It is being encrypted. */
    | "encrypting"
    /** It is being decrypted. */
    | "decrypting"
    /** It was being encrypted, and that pauses. */
    | "encryption_paused"
    /** It was being decrypted, and that pauses. */
    | "decryption_paused"
  >;

  /** How much of it is encrypted, in whole percent, rounded: whether all of it is says `conversion`. */
  encrypted_percent: Reading<number>;

  /** Whether it is locked, so that nothing on it can be read. */
  locked: Reading<boolean>;

  /** What it is for. */
  type: Reading<
    /** The drive of Windows. */
    | "operating_system"
    /** Another one that is built in. */
    | "fixed"
    /** One that can be taken along. */
    | "removable"
  >;

  /**
   * Keeps its recovery passwords where they can be found again. What is kept there already may be kept once more.
   * @guarantees Each of its recovery passwords was taken by Microsoft Entra ID or Active Directory.
   */
  backup(options: {
    /** Where. */
    to:
      /** Microsoft Entra ID, of a device that is joined to it. */
      | "entra"
      /** Active Directory, where Group Policy has it keep them. */
      | "active_directory";
  }): Change;
}

import type { Creatable, Demand, Key, Means, NamedKey, Reading, RegistryData, RegistryPath, Secret, State } from "../language.ts";

/**
 * A value of a registry key.
 *
 * `data` is compared with its type: a number is a DWORD, a text REG_SZ, a list REG_MULTI_SZ, unless `type` says otherwise; the text "1" is not the
 * DWORD 1, and a value that exists with empty data is not missing. The fix creates key and value where they are missing, replaces one of another type,
 * and leaves the key's other values alone. `absent` removes the value and never the key; where the key is missing it holds already.
 * In `each u in profile()` and in a remedy with `context: user`, `HKCU` is that user's hive.
 *
 * With `secret` the value is tested for being there only, and written when it is missing or of another type; what it holds is never compared, told or kept for `-Rollback`.
 * Whoever may read the key can read it afterwards.
 *
 * @blocker The running account may not write to the key.
 * @blocker A Group Policy setting owns the value. The policy is named.
 * @blocker With `has_bits` or `lacks_bits`: what it holds is no number, so that there are no other bits to leave alone.
 * @blocker With `secret`: the secret is not there.
 * @touches The registry.
 */
export interface RegistryValue extends Creatable {
  /**
   * The key with its hive: `'HKLM\SOFTWARE\Contoso'`. Write it without `WOW6432Node`, and say `view: 32` for the 32-bit view.
   * @maxLength 4096
   * @limitSource A key's name has at most 255 characters and a tree at most 512 levels, of which one call creates 32 (learn.microsoft.com/windows/win32/sysinfo/registry-element-size-limits); 4,096 is this compiler's bound for text
   */
  key: Key<RegistryPath>;

  /**
   * The value's name; `""` is the key's default value.
   * @maxLength 16383
   * @limitSource Registry Element Size Limits: a value name has at most 16,383 characters (learn.microsoft.com/windows/win32/sysinfo/registry-element-size-limits)
   */
  name: Key<string>;

  /**
   * The registry view: `32` is what 32-bit programs see, `both` one resource in each. A 32-bit Windows has only one, and there both stand for it.
   * @default 64
   * @every both
   * @limitSource .NET, enum Microsoft.Win32.RegistryView: Registry64 and Registry32
   */
  view?: NamedKey<64 | 32>;

  /** What the value holds. Texts are compared exactly, also upper and lower case; `expand_string` data unexpanded; `binary` data is hexadecimal text: `"01 ff"`. */
  data: State<RegistryData>;

  /** Its type; without it the type follows from `data`. */
  type: State<
    /** REG_DWORD: a number of 32 bits. */
    | "dword"
    /** REG_QWORD: a number of 64 bits. */
    | "qword"
    /** REG_SZ: text. */
    | "string"
    /** REG_EXPAND_SZ: text with `%Variables%`. */
    | "expand_string"
    /** REG_MULTI_SZ: a list of texts. */
    | "multi_string"
    /** REG_BINARY: bytes. */
    | "binary",
    /** A type that .NET does not know (REG_LINK, REG_RESOURCE_LIST, …). */
    "unknown"
  >;

  /**
   * Bits that are set, whatever the others are: `0x20`. The fix sets those that are not, and leaves every other bit as it is; a value that is missing is made. What it holds is
   * a number, or the text of one (`type: string`).
   * @minimum 1
   * @limitSource Registry Value Types: REG_DWORD and REG_QWORD are numbers of 32 and 64 bits (learn.microsoft.com/windows/win32/sysinfo/registry-value-types); of no bit nothing is said
   * @additive
   */
  has_bits: Demand<number>;

  /**
   * Bits that are not set, whatever the others are. A value that is missing has none.
   * @minimum 1
   * @limitSource Registry Value Types: REG_DWORD and REG_QWORD are numbers of 32 and 64 bits (learn.microsoft.com/windows/win32/sysinfo/registry-value-types); of no bit nothing is said
   * @additive
   */
  lacks_bits: Demand<number>;

  /**
   * A secret that the value is made with, read on the device by the fix only; with `present` alone or beside `type: string` (which it is without one) or `expand_string`. It is never
   * tested: another secret alone is no drift.
   * @only present
   */
  secret?: Means<Secret>;

  /**
   * The name of the Group Policy object that sets it or deletes it; none where none does. What Intune sets cannot be told. Where the result of the last policy run (RSoP) cannot be asked, and in hives other than
   * `HKLM` and those of people in `each … in profile()`, it is unreadable.
   */
  policy?: Reading<string>;
}

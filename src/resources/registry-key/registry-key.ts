import type { Account, Creatable, Enumerable, Key, NamedKey, Reading, RegistryPath, Scope, State } from "../language.ts";

/**
 * A registry key. `present` creates it, with the keys above it; `absent` removes it **with everything below it**. Keys that Windows itself lives on
 * (the roots of the hives, `HKLM\SYSTEM\CurrentControlSet\Services`, `HKLM\SOFTWARE\Microsoft\Windows` and their like) are never removed.
 *
 * `each k in registry_key(below: 'HKLM\SOFTWARE\Contoso')` goes over the keys directly below one, of which there are none where it is missing; `k.key` is the whole key, and
 * `registry_value(k / "Settings", …)` what lies below it.
 *
 * @blocker The running account may not write to the key.
 * @blocker The key is one that Windows itself lives on.
 * @blocker Its `owner` is not as wanted, and it belongs to TrustedInstaller, as the keys do that Windows Resource Protection guards, or an account that is no administrator runs the script.
 * @touches The registry.
 */
export interface RegistryKey extends Creatable, Enumerable {
  /**
   * The key with its hive: `'HKLM\SOFTWARE\Contoso'`.
   * @maxLength 4096
   * @limitSource A key's name has at most 255 characters and a tree at most 512 levels (learn.microsoft.com/windows/win32/sysinfo/registry-element-size-limits); 4,096 is this compiler's bound for text
   */
  key: Key<RegistryPath>;

  /**
   * The registry view: `32` is what 32-bit programs see, `both` one resource in each. A 32-bit Windows has only one, and there both stand for it.
   * @default 64
   * @every both
   * @limitSource .NET, enum Microsoft.Win32.RegistryView: Registry64 and Registry32
   */
  view?: NamedKey<64 | 32>;

  /**
   * The key below which they are: in `each`, `any` and `all` only.
   * @maxLength 4096
   * @limitSource This compiler's bound for text, as of `key`
   */
  below: Scope<RegistryPath>;

  /** The account that the key itself belongs to, compared by SID. Its rights, and what lies below it, do not change with it. */
  owner: State<Account>;

  /** The key's own name, without those of the keys above it. */
  name: Reading<string>;
}

import type { AnyResource, Creatable, Duration, Key, Means, NamedKey, Path, Reading, Selectable, Version } from "../language.ts";

/**
 * Installed software: a Windows Installer product, a bundle (WiX Burn), or a program with an EXE installer, as the uninstall entries of the machine
 * list it, in both registry views (`HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall` and its twin under `WOW6432Node`). `Win32_Product` is
 * never asked: its queries start a consistency check of every product.
 *
 * By `product_code` or `upgrade_code` what Windows Installer itself has registered for the machine counts as well (`HKLM\SOFTWARE\Classes\Installer\Products`):
 * a product without an uninstall entry, or whose entry has no name, is there and is removed by its code. Where it lacks the version, publisher or name that a filter
 * asks for, it is unreadable, never absent.
 *
 * `package("N")` is the exact name, ignoring case; filters must all hold. `absent`: none is left, removed one by one, bundles and EXEs before Windows
 * Installer products, then by name. Products are removed by `msiexec /x {code}`, also those whose entry is a
 * setup's own and only calls `MsiExec.exe /X{code}` or `/I{code}`; others by their quiet uninstall command or by `remove_arguments`.
 * `present`: at least one matches and everything in `provides` exists; else `source` is run. Properties of a selection with several matches are
 * unreadable.
 *
 * @blocker It is missing and no `source` is given, or the file does not exist.
 * @blocker The file's signature or hash is not the one that is asked for, or others than administrators may write to its folder.
 * @blocker The entry to be removed has no quiet uninstall command, is no Windows Installer product, and no `remove_arguments` are given.
 * @blocker Its uninstall program does not exist, has another signer than `signed_by`, or may be changed by others than administrators.
 * @blocker A policy forbids the installation (1625), or the package is not made for this Windows (1633).
 * @touches Uninstall entries in the registry.
 * @touches With `forget`: what Windows Installer has registered of a product.
 * @touches The network, where `source` is an address.
 * @touches Windows Installer (msiexec), or the setup program that `source` names.
 */
export interface Package extends Creatable, Selectable {
  /**
   * The name as in the list of installed apps (`DisplayName`), whole, ignoring case. For several names use a filter: `name matches '^Contoso '`.
   * @wildcards none
   */
  name?: Key<string>;

  /**
   * The Windows Installer product code, with braces. Vendors change it with each version: prefer the name or `upgrade_code` where both exist.
   * @pattern ^\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}$
   * @fit {*}
   * @limitSource ProductCode is a GUID in braces (learn.microsoft.com/windows/win32/msi/productcode)
   */
  product_code?: NamedKey<string>;

  /**
   * The Windows Installer upgrade code, with braces: the same for all versions of a product.
   * @pattern ^\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}$
   * @fit {*}
   * @limitSource UpgradeCode is a GUID in braces (learn.microsoft.com/windows/win32/msi/upgradecode)
   */
  upgrade_code?: NamedKey<string>;

  /**
   * The setup file: an `.msi`, or an `.exe`. Needs `signed_by` or `sha256`: it runs as SYSTEM. Targets that carry no files need an absolute path.
   * An address (`"https://download.contoso.com/agent.msi"`) needs `sha256`: the file is downloaded when it is to be installed, verified, and deleted afterwards.
   * @only present
   * @address url .msi .exe
   * @makes
   */
  source?: Means<Path>;

  /**
   * Arguments of the installation. An `.msi` is always run with `/qn /norestart` and a verbose log; give properties here (`"REGISTERCONNECTOR=false"`).
   * @only present
   */
  arguments?: Means<string[]>;

  /**
   * Arguments that make the registered uninstall program silent, where the entry holds no quiet command of its own. What is removed by its product code needs none.
   * @only absent
   */
  remove_arguments?: Means<string[]>;

  /** The signer's whole subject (`"CN=…, O=…"`) or the certificate's thumbprint. Asked of `source`, and of an EXE that uninstalls. */
  signed_by?: Means<string>;

  /**
   * SHA-256 of `source`, hexadecimal.
   * @only present
   * @pattern ^[0-9A-F]{64}$
   * @fit hex
   * @limitSource FIPS 180-4: a SHA-256 digest has 256 bits
   */
  sha256?: Means<string>;

  /**
   * Where Windows Installer itself refuses to remove a product, since the package that the removal needs is gone (1612) or it does not know the product (1605, 1614): takes away what is
   * registered of exactly this product for the whole machine, its uninstall entry last. Its files stay, and what other products have in the same keys. Of the services in `provides`, those go whose
   * program lies in `install_location` and which log on as their own virtual account. Setup then installs it anew.
   * @only absent
   */
  forget?: Means<boolean>;

  /** What the package brings: services, entries, files. A package without them is not present; a service among them is removed through the package. */
  provides?: Means<AnyResource[]>;

  /** Further exit codes of the installer that mean success, beside 0, 1641 and 3010. */
  success_codes?: Means<number[]>;

  /**
   * How long an installation or a removal may take. Then its processes are ended, and Windows Installer is waited for, since it may be rolling back.
   * @default 30m
   */
  timeout?: Means<Duration>;

  /** Its version (`DisplayVersion`); none when the entry has none or it is no version. */
  version?: Reading<Version>;

  /** The publisher's name. */
  publisher?: Reading<string>;

  /** How it was installed. */
  installer: Reading<
    /** A Windows Installer product. */
    | "msi"
    /** A WiX Burn bundle, which installs and removes products of its own. */
    | "bundle"
    /** Any other setup program. */
    | "exe"
  >;

  /** The registry view that holds its entry; 64 without an entry. */
  view: Reading<64 | 32>;

  /** The folder that it was installed to, where the entry says so. */
  install_location?: Reading<Path>;

  /** The uninstall command, as registered. */
  uninstall_command?: Reading<string>;

  /** The silent uninstall command, as registered. Windows Installer writes none (learn.microsoft.com/windows/win32/msi/uninstall-registry-key). */
  quiet_uninstall_command?: Reading<string>;
}

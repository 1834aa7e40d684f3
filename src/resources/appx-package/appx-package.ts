import type { Key, NamedKey, Removable } from "../language.ts";

/**
 * An app package (AppX, MSIX) such as those that come with Windows and from the Store. Two things are told apart: that it is provisioned, so that everybody who signs in for
 * the first time gets it, and that it is installed for people who have a profile. `absent` takes away the provisioning first, then each version of the package that somebody
 * has, its bundle before what it holds. What Windows refuses fails this item alone; a removal that reports no error and leaves the package is a failure as well.
 *
 * Installed is what people have (S-1-5-21-*, S-1-12-1-*): neither what only lies on the disk (`Staged`), nor what services have, nor what Windows takes away when a person signs
 * in next (`Installed(pending removal)`), as it does for those who are signed out.
 *
 * `appx_package("x", scope: new_users).exists` tells whether it is provisioned, `scope: existing_users` whether anybody has it. `present` only tests, since a package comes from the Store or a file of its publisher.
 *
 * @blocker It is a framework, which other apps need.
 * @blocker It is a part of Windows, or a policy says that it stays: Windows does not allow it to be removed.
 * @touches App packages, through the commands of the modules Appx and Dism that come with Windows. They run in a Windows PowerShell of their own (`Start-Job`), since not every PowerShell 7 can load them, and are given up where they do not come back: reading after 5 minutes, a removal after 10.
 */
export interface AppxPackage extends Removable {
  /**
   * The package's name, whatever its case: `Microsoft.BingWeather`. `(Get-AppxPackage -AllUsers).Name` lists them.
   * @minLength 3
   * @maxLength 50
   * @pattern ^[-.A-Za-z0-9]+$
   * @limitSource write the name alone, without wildcards and without what follows the first '_' of a full name or family name; 3 to 50 letters, digits, periods and dashes: "Identity (Windows 10)", learn.microsoft.com/uwp/schemas/appxpackage/uapmanifestschema/element-identity
   */
  name: Key<string>;

  /**
   * Whom it is about.
   * @default everyone
   */
  scope?: NamedKey<
    /** People who have a profile, and those who will: installed or provisioned. */
    | "everyone"
    /** Those who sign in for the first time: provisioned. */
    | "new_users"
    /** All people who have a profile: installed for any of them. */
    | "existing_users"
    /** One person: in `each u in profile()` that one, with `context: user` the signed-in one. @key HKCU\Software\Microsoft\Windows\CurrentVersion\Appx */
    | "user"
  >;
}

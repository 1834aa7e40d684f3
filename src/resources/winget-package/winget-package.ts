import type { Creatable, Demand, Duration, Key, Means, NamedKey, Reading, Version } from "../language.ts";

/**
 * An application that winget (Windows Package Manager) installs, upgrades and removes, by its id in a source of winget. It is run as SYSTEM, for which Windows has no `winget` on the
 * path: the program is the one in the newest App Installer below `%ProgramFiles%\WindowsApps`, if nobody besides administrators could change it.
 *
 * What is installed is what `winget list` finds by the exact id, whoever has installed it. winget finds nothing, too, where its source does not answer; so a package counts as missing only if the
 * source knows its id, and else it is unreadable. The version is read from the row with the id in the output of winget, none of whose words counts: they depend on the language of Windows.
 *
 * `present` installs the newest version of the source, and `minimum_version` upgrades to it as well. The licence terms of the source and of the package are accepted: whoever writes the remedy does that.
 * Detection asks winget alone; that loads the index of the source, writes winget's own log, and notes that the terms of the source are accepted, for the account that runs the script.
 *
 * @context system
 * @blocker winget is not there: install App Installer (`Microsoft.DesktopAppInstaller`), which LTSC editions and Windows Server before 2025 come without.
 * @blocker App Installer is older than 1.21 (winget 1.6), or others than administrators may change it.
 * @blocker Group Policy forbids winget (`EnableAppInstaller`, `EnableWindowsPackageManagerCommandLineInterfaces`).
 * @blocker winget needs the Microsoft Visual C++ Redistributable as SYSTEM and does not find it, does not end within 5 minutes, or cannot open the source.
 * @blocker The source has no package of this id, or none as new as `minimum_version`.
 * @blocker With `minimum_version`: the version that is installed cannot be compared, since it has words or more than four numbers, or winget does not know it.
 * @blocker The remedy runs as the user (`context: user`).
 * @touches The folders of App Installer, and Group Policy's registry values about it (read only).
 * @touches Installed software, through `winget.exe`, which downloads the installers of packages and verifies their hashes.
 */
export interface WingetPackage extends Creatable {
  /**
   * The id, as `winget search` shows it: `7zip.7zip`. Upper and lower case count.
   * @minLength 2
   * @maxLength 128
   * @pattern ^[A-Z0-9][-+._A-Z0-9]+$
   * @limitSource PackageIdentifier of a manifest has at most 128 characters and no blanks (microsoft/winget-cli, schemas/JSON/manifests); `--exact` compares case (learn.microsoft.com/windows/package-manager/winget/list)
   * @cased
   */
  id: Key<string>;

  /**
   * For whom it is installed. SYSTEM cannot install for a person.
   * @default machine
   */
  scope?: NamedKey<
    /** For everyone on the machine. */
    | "machine"
    /** As the package has it: for packages that name no scope, which winget does not find with `machine` (0x8A150010). */
    | "any"
  >;

  /**
   * The source of winget that has it, as `winget source list` shows its name.
   * @default "winget"
   * @minLength 1
   * @maxLength 64
   * @pattern ^[A-Z0-9][-._A-Z0-9]*$
   * @limitSource the name is an argument of winget, and those that begin with '-' are its options
   */
  source?: NamedKey<string>;

  /** The oldest version that will do. Of several that are installed the oldest counts. */
  minimum_version: Demand<Version>;

  /**
   * How long an installation, an upgrade or a removal may take; then winget is ended, with what it has started.
   * @default 30m
   */
  timeout?: Means<Duration>;

  /** Its version, of several the oldest; none where winget does not know it or it is no version of numbers. */
  version?: Reading<Version>;

  /** The newest version that the source has; none where it is no version of numbers. */
  available?: Reading<Version>;
}

import type { Creatable, Demand, Duration, Key, Means, State, Version } from "../language.ts";

/**
 * A package of Chocolatey, by its id. The program is `%ProgramData%\chocolatey\choco.exe`, if nobody besides administrators could change it or what it loads from the folders beside it; it is run as SYSTEM.
 *
 * What is installed is what `choco list --exact --limit-output` says: packages of Chocolatey, not software that came another way. `present` installs the newest version that the sources have, and
 * `minimum_version` upgrades to it as well; a package that is pinned stays as it is. The licence terms of packages are accepted, and their scripts run as SYSTEM: whoever writes the remedy does that.
 * Detection asks Chocolatey alone, which writes its own log and, as with every command, clears away packages whose installation was interrupted.
 *
 * @context system
 * @blocker Chocolatey is not there, is older than 2.0, or others than administrators may change its folder.
 * @blocker Chocolatey does not end within 5 minutes, or says that an error has occurred.
 * @blocker With `version` and `minimum_version`: the version that is installed cannot be compared, since it has words (`2.0.0-beta`).
 * @blocker The remedy runs as the user (`context: user`).
 * @touches The folder of Chocolatey.
 * @touches Installed software, through `choco.exe`, which downloads packages and runs their scripts.
 */
export interface ChocolateyPackage extends Creatable {
  /**
   * The id, as `choco search` shows it: `7zip`. Upper and lower case do not count.
   * @maxLength 100
   * @pattern ^(?!all$)(?!.*\.(config|nupkg|nuspec)$)[A-Z0-9_]+([-.][A-Z0-9_]+)*$
   * @limitSource NuGet: an id has at most 100 characters (learn.microsoft.com/nuget/reference/nuspec#id); Chocolatey takes `all` for every package, and what ends with .config, .nupkg or .nuspec for a file (docs.chocolatey.org/en-us/choco/commands/install)
   */
  id: Key<string>;

  /** The oldest version that will do. */
  minimum_version: Demand<Version>;

  /** The version that it must be, no older and no newer one: a newer one is replaced (`--allow-downgrade`), as far as the package can do that. None where it has words (`2.0.0-beta`). */
  version?: State<Version>;

  /**
   * Where it is installed from, if not from all of Chocolatey's sources: the name of one as `choco source list` shows it, or the `https://` address of a feed.
   * @only present
   * @maxLength 512
   * @pattern ^(?!(windowsfeatures|ruby|cygwin|python|webpi)$)([A-Z0-9][-._A-Z0-9]*|https:\/\/[A-Z0-9][-.A-Z0-9]*(:[0-9]+)?(\/[-._~%A-Z0-9]*)*)$
   * @limitSource `;` would begin another source, and windowsfeatures, ruby, cygwin and python are no feeds of packages (docs.chocolatey.org/en-us/choco/commands/install)
   */
  source?: Means<string>;

  /**
   * How long an installation, an upgrade or a removal may take; then Chocolatey is ended, with what it has started.
   * @default 30m
   */
  timeout?: Means<Duration>;
}

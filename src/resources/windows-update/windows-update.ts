import type { Duration, Reading, Singleton } from "../language.ts";

/**
 * Windows Update, as its client on this computer tells of itself: `IAutomaticUpdatesResults` (learn.microsoft.com/windows/win32/api/wuapi/nn-wuapi-iautomaticupdatesresults).
 *
 * Where the service Windows Update (`wuauserv`) is disabled, nothing can be read.
 *
 * @touches The client of Windows Update (read only): it is not told to search or to install.
 */
export interface WindowsUpdate extends Singleton {
  /** How long ago it last searched for updates and had an answer, wherever it searches; none where it never has. */
  last_search_age?: Reading<Duration>;

  /** How long ago it last installed anything, signatures of Defender as well; none where it never has. For updates of Windows alone see `hotfix`. */
  last_installation_age?: Reading<Duration>;
}

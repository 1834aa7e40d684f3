import type { Duration, Reading, Singleton } from "../language.ts";

/**
 * Windows Update, as its client on this computer tells of itself: `IAutomaticUpdatesResults` (learn.microsoft.com/windows/win32/api/wuapi/nn-wuapi-iautomaticupdatesresults).
 *
 * Where the service Windows Update (`wuauserv`) is disabled, nothing can be read.
 *
 * What is pending is what the last search has left in the data store of Windows Update on this computer (`IUpdateSearcher` with `Online` false, learn.microsoft.com/windows/win32/api/wuapi/nf-wuapi-iupdatesearcher-get_online):
 * no server is asked, so that the answer is as old as `last_search_age` says. Updates that are optional, as previews are, or that somebody has hidden are not counted; one that waits for a restart alone is. Looking it up
 * takes Windows from seconds to a minute; after five minutes it is given up and cannot be read. Nor can it where nothing is pending and Windows Update has never searched.
 *
 * @touches The client of Windows Update (read only): it is not told to search at a server or to install.
 * @touches Windows PowerShell 5.1, in a process of its own (what is pending): there Windows Update is asked.
 */
export interface WindowsUpdate extends Singleton {
  /** How long ago it last searched for updates and had an answer, wherever it searches; none where it never has. */
  last_search_age?: Reading<Duration>;

  /** How long ago it last installed anything, signatures of Defender as well; none where it never has. For updates of Windows alone see `hotfix`. */
  last_installation_age?: Reading<Duration>;

  /** How many updates it has found that are not installed. Signatures of Defender are among them several times a day: see `pending_age`. */
  pending: Reading<number>;

  /** How many of them it classifies as security updates, as it does the cumulative update of a month. */
  pending_security: Reading<number>;

  /** How many days ago the oldest of them was published; 0 days where none is pending. */
  pending_age: Reading<Duration>;

  /** How many days ago the oldest security update of them was published; 0 days where none is pending. */
  pending_security_age: Reading<Duration>;

  /** What they are called, in the language of Windows, with the number of their article where they have one: for messages, and for `any t in windows_update.pending_titles: t matches '\\bKB5034441\\b'`. */
  pending_titles: Reading<string[]>;
}

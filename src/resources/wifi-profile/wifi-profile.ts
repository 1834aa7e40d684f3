import type { Enumerable, Key, Reading, Removable } from "../language.ts";

/**
 * A profile of a wireless network (Wi-Fi) that all users of this computer have, by its name. `absent` takes it from every wireless adapter; a profile that is only one person's stays, and is not listed.
 *
 * `each w in wifi_profile(authentication == "open") { ensure w absent }` takes away those of open networks. Where a device is on that network, it may lose its connection.
 *
 * `present` only tests, since a profile holds a key. A deleted profile does not come back with `-Rollback`: what it was is written down nowhere, for the same reason.
 *
 * A computer without a wireless adapter, or whose service WlanSvc (WLAN AutoConfig) does not run, tells of no profile: it cannot be read, and an item is blocked.
 *
 * @blocker A policy (Group Policy) has made it: Windows takes no change of such a one.
 * @blocker It is to be there and is not: a script makes none.
 * @blocker The script runs without administrator's rights.
 * @touches Profiles of wireless networks, through the Native Wifi API of Windows (`wlanapi.dll`), which the service WlanSvc answers. Keys are not asked for.
 */
export interface WifiProfile extends Removable, Enumerable {
  /**
   * Its name, with upper and lower case as Windows shows it: mostly the network's name (SSID).
   * @minLength 1
   * @maxLength 255
   * @limitSource "WlanGetProfile function" (learn.microsoft.com/windows/win32/api/wlanapi/nf-wlanapi-wlangetprofile): names are case-sensitive and have at most 255 characters
   * @cased
   */
  name: Key<string>;

  /**
   * How devices sign in to the network, in the word of the profile's XML: `"open"` (no key, or WEP), `"shared"`, `"WPA"`, `"WPAPSK"`, `"WPA2"`, `"WPA2PSK"`, `"WPA3SAE"` and what newer versions of
   * Windows add; those without PSK or SAE are of companies (802.1X). Of several adapters, as the first has it. None where the profile says nothing of it.
   */
  authentication?: Reading<string>;

  /** Whether Windows connects by itself; none where the profile says nothing of it. */
  connection_mode?: Reading<
    /** Whenever the network is in range. */
    | "auto"
    /** When a person asks for it. */
    | "manual"
  >;

  /** Whether a policy has made it. */
  group_policy: Reading<boolean>;
}

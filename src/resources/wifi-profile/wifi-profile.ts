import type { Creatable, Enumerable, Key, Means, Path, Reading } from "../language.ts";

/**
 * A profile of a wireless network (Wi-Fi) that all users of this computer have, by its name. `absent` takes it from every wireless adapter; a profile that is only one person's stays, and is not listed.
 *
 * `each w in wifi_profile(authentication == "open") { ensure w absent }` takes away those of open networks. Where a device is on that network, it may lose its connection.
 *
 * `present` makes one that is missing, on each adapter, from its XML: `definition` in the remedy, or `source`, a file with it. One of its name that is there stays as it is, whatever the XML says.
 * A deleted profile does not come back with `-Rollback`: what it was is written down nowhere, since it may hold a key. One that was made is deleted again.
 *
 * A computer without a wireless adapter that is enabled has no profile: `absent` holds there, and nothing is gone over. `present` is blocked; where only some computers have Wi-Fi, ask `when network.has_wireless_adapter` first.
 * Profiles that Windows keeps for an adapter that is unplugged or disabled are not seen until that is back. Where the service WlanSvc (WLAN AutoConfig) does not run and Windows keeps profiles, they cannot be read; where it
 * keeps none, as on a computer that never had an adapter, there is none.
 *
 * @blocker A policy (Group Policy) has made it: Windows takes no change of such a one.
 * @blocker It is to be there and is not, and there is no wireless adapter that is enabled, or the service WlanSvc does not run.
 * @blocker It is to be made, and neither `definition` nor `source` is given, or that is missing, another file than `sha256` says, no XML of a profile, or one of another name.
 * @blocker The script runs without administrator's rights.
 * @touches Profiles of wireless networks, through the Native Wifi API of Windows (`wlanapi.dll`), which the service WlanSvc answers. Keys are not asked for.
 * @touches The network, where `source` is an address.
 */
export interface WifiProfile extends Creatable, Enumerable {
  /**
   * Its name, with upper and lower case as Windows shows it: mostly the network's name (SSID).
   * @minLength 1
   * @maxLength 255
   * @limitSource "WlanGetProfile function" (learn.microsoft.com/windows/win32/api/wlanapi/nf-wlanapi-wlangetprofile): names are case-sensitive and have at most 255 characters
   * @cased
   */
  name: Key<string>;

  /**
   * What it is made of: the XML that `netsh wlan export profile` writes ("WLAN_profile schema", learn.microsoft.com/windows/win32/nativewifi/wlan-profileschema-schema). One with a key (`keyMaterial`) cannot stand here, since
   * everybody can read a script: that is a file for `source`.
   * @minLength 10
   * @pattern ^(<\?xml[^>]*\?>)?\s*<WLANProfile[\s>][\s\S]*</WLANProfile>\s*$
   * @limitSource "WLAN_profile schema" (learn.microsoft.com/windows/win32/nativewifi/wlan-profileschema-schema): the root is WLANProfile
   * @only present
   * @makes
   */
  definition?: Means<string>;

  /**
   * A file with what it is made of, in UTF-8 or UTF-16, with `sha256` beside it where others than administrators may change it. It may hold a key, which is shown nowhere: let nobody else read the file.
   * An address (`"https://download.contoso.com/corp.xml"`) is downloaded when the profile is missing, and the copy deleted.
   * @only present
   * @address url .xml
   * @makes
   */
  source?: Means<Path>;

  /**
   * SHA-256 of the source, hexadecimal.
   * @pattern ^[0-9A-F]{64}$
   * @limitSource FIPS 180-4: a SHA-256 digest has 256 bits
   * @only present
   */
  sha256?: Means<string>;

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

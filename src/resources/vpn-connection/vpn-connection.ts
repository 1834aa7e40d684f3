import type { Creatable, Enumerable, Key, Reading, State } from "../language.ts";

/**
 * A VPN connection of Windows' own client that all users of this computer have, by its name. Connections that are only one person's are not listed. `present` makes one with what is given of it; of one that is there it changes what
 * deviates, and all else stays. `absent` deletes it: `each v in vpn_connection(server_address == "old.contoso.com") { ensure v absent }`.
 *
 * What signs in is not set up beyond `authentication_method`: no key for L2TP, no EAP configuration, no IPsec policy and no routes. One that is made for EAP gets the EAP configuration that Windows gives by itself, one for L2TP
 * without a key signs in with a certificate of the computer.
 *
 * @blocker It is missing, and no `server_address` is given.
 * @blocker It is one of an app (a plug-in of another vendor).
 * @blocker It is to be absent, and somebody is connected by it.
 * @blocker The script runs without administrator's rights.
 * @touches VPN connections of all users, through CIM's class `PS_VpnConnection` of Windows (the file %ProgramData%\Microsoft\Network\Connections\Pbk\rasphone.pbk).
 */
export interface VpnConnection extends Creatable, Enumerable {
  /**
   * Its name, compared ignoring case.
   * @minLength 1
   * @maxLength 256
   * @pattern ^[^.\x00-\x1f][^\x00-\x1f]*$
   * @limitSource "RASENTRYNAME structure" and "RasValidateEntryName function" (learn.microsoft.com/windows/win32/api/ras): RAS_MaxEntryName 256; a name does not begin with a period
   */
  name: Key<string>;

  /**
   * The server: a name or an address.
   * @minLength 1
   * @maxLength 128
   * @pattern ^[^\s]+$
   * @limitSource "RASENTRY structure" (learn.microsoft.com/windows/win32/api/ras): szLocalPhoneNumber has RAS_MaxPhoneNumber, 128 characters
   */
  server_address: State<string>;

  /** How it connects. Without it, one that is made is `automatic`. Source: "Set method of the PS_VpnConnection class" (learn.microsoft.com/previous-versions/windows/desktop/vpnclientpsprov). */
  tunnel_type: State<
    /** One after the other is tried. */
    | "automatic"
    /** Internet Key Exchange, version 2. */
    | "ikev2"
    /** Layer Two Tunneling Protocol. */
    | "l2tp"
    /** Point-to-Point Tunneling Protocol, which is broken: only to be found. */
    | "pptp"
    /** Secure Socket Tunneling Protocol. */
    | "sstp"
  >;

  /** Whether only what is for the other network goes through it (`true`), or everything. */
  split_tunneling: State<boolean>;

  /** How a person or the computer signs in; `other` where it allows several ways or another one. */
  authentication_method: State<
    /** Extensible Authentication Protocol. */
    | "eap"
    /** A certificate of the computer, with `ikev2`. */
    | "machine_certificate"
    /** Microsoft's challenge handshake, version 2: a name and a password. */
    | "mschapv2"
    /** Challenge handshake. */
    | "chap"
    /** A password that is sent as it is. */
    | "pap",
    /** Several of them, or another one. */
    "other"
  >;

  /** How what goes through it is encrypted. */
  encryption_level: State<
    /** Not at all. */
    | "no_encryption"
    /** Where the server wants it. */
    | "optional"
    /** The connection is not made without it. */
    | "required"
    /** As strong as can be; the connection is not made otherwise. */
    | "maximum",
    /** By an IPsec policy of its own. */
    "custom"
  >;

  /** Whether Windows keeps the name and password after the first time. */
  remember_credential: State<boolean>;

  /** The DNS suffix of the connection; none is `""`. */
  dns_suffix: State<string>;

  /** Whether somebody is connected by it. */
  connected: Reading<boolean>;
}

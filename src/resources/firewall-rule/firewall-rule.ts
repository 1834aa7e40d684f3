import type { Creatable, Key, Path, Quoted, State } from "../language.ts";

/**
 * A rule of Windows Firewall, of this computer's own.
 *
 * It is known by its name as Windows Defender Firewall with Advanced Security shows it, whatever its case; rules that Windows ships have names in the language of Windows. Rules of Group Policy and of Intune are
 * none of this computer's: they are not seen here and not changed. While the service `MpsSvc` does not run, rules cannot be read, which is not compliant: ensure the service before them.
 *
 * `present` makes a rule that is missing, from its `direction`, its `action` and what it is for, and switches it on unless the remedy says `enabled: false`. Of a rule that is there, what the remedy names is set, but for its
 * direction and protocol: one with others is another rule. All else of it, and all other rules, stay as they are. Several rules may have one name: all of them are meant, and of those `enabled` and `action`
 * alone are set. `absent` deletes all of the name.
 *
 * @blocker The rule is missing, and the remedy does not say its `direction` and `action`; or its ports, and not whether they are those of TCP or UDP; or it would let in everything.
 * @blocker A rule of the name has another direction or protocol; or several have the name, and more than `enabled` and `action` deviates.
 * @blocker Group Policy or Intune lets no rule of this computer count (`AllowLocalPolicyMerge`) in one of its `profiles`; where the remedy names none, in all three.
 * @touches Rules of Windows Firewall's store of this computer, through its own interface (`HNetCfg.FwPolicy2`): it is in every Windows and needs no module.
 * @touches The registry, below SOFTWARE\Policies\Microsoft\WindowsFirewall and SharedAccess\Parameters\FirewallPolicy\Mdm (read only): whether rules of this computer count.
 */
export interface FirewallRule extends Creatable {
  /**
   * Its name: `"Contoso Agent (TCP-In)"`.
   * @minLength 1
   * @maxLength 1000
   * @pattern ^[^|@\x00-\x1f][^|\x00-\x1f]*$
   * @limitSource "INetFwRule::put_Name" (learn.microsoft.com/windows/win32/api/netfw/nf-netfw-inetfwrule-put_name): no `|`; what begins with `@` names a text in a file
   */
  name: Key<string>;

  /** Which way connections go for which it is. */
  direction: State<
    /** They come from outside. */
    | "inbound"
    /** This computer makes them. */
    | "outbound"
  >;

  /** What it does with them. A rule that blocks is stronger than one that allows. */
  action: State<
    /** They are let through. */
    | "allow"
    /** They are not. */
    | "block"
  >;

  /** For which protocol it is; for all of them where a rule that is made is not told. Source: "NET_FW_IP_PROTOCOL enumeration (icftypes.h)", and IANA's protocol numbers. */
  protocol: State<
    /** All of them. */
    | "any"
    /** TCP. */
    | "tcp"
    /** UDP. */
    | "udp"
    /** ICMP of IPv4: `ping`. */
    | "icmpv4"
    /** ICMP of IPv6. */
    | "icmpv6",
    /** One of the others. */
    "other"
  >;

  /**
   * Ports of this computer, exactly these: `["443", "8080-8090"]`, or a word that Windows has for some. `["any"]` where it is for all.
   * @minLength 1
   * @pattern ^(any|RPC|RPC-EPMap|IPHTTPS|Teredo|Ply2Disc|(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5]?[0-9]{1,4})(-(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5]?[0-9]{1,4}))?)$
   * @limitSource "[MS-FASP] 2.2.15 FW_PORT_KEYWORD" (learn.microsoft.com/openspecs/windows_protocols/ms-fasp), and numbers of ports
   */
  local_ports: State<string[]>;

  /**
   * Ports of the other side, exactly these.
   * @minLength 1
   * @pattern ^(any|IPHTTPS|(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5]?[0-9]{1,4})(-(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5]?[0-9]{1,4}))?)$
   * @limitSource as for `local_ports`
   */
  remote_ports: State<string[]>;

  /**
   * Addresses of the other side, exactly these: `["10.0.0.0/8", "2001:db8::1", "192.168.1.10-192.168.1.20", "LocalSubnet"]`. `["any"]` where it is for all.
   * @minLength 1
   * @pattern ^(any|LocalSubnet|DNS|DHCP|WINS|DefaultGateway|[0-9.]+(/[0-9.]+|-[0-9.]+)?|[0-9a-f]*:[0-9a-f:.]*(/[0-9]{1,3}|-[0-9a-f:.]+)?)$
   * @limitSource "INetFwRule::put_RemoteAddresses" (learn.microsoft.com/windows/win32/api/netfw/nf-netfw-inetfwrule-put_remoteaddresses)
   */
  remote_addresses: State<string[]>;

  /** The program that it is for, by its path. None where it is for all. */
  program?: State<Path>;

  /**
   * The service that it is for, by its short name; `*` is all services and no other program. None where it is not told.
   * @minLength 1
   * @maxLength 256
   * @pattern ^[^/\\|,"\x00-\x1f]+$
   * @limitSource "CreateServiceW" (learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-createservicew): names of services have no slash and at most 256 characters
   */
  service?: State<string>;

  /** On which networks it counts, exactly these; on all where a rule that is made is not told. Source: "NET_FW_PROFILE_TYPE2 enumeration (icftypes.h)" (learn.microsoft.com/windows/win32/api/icftypes). */
  profiles: State<
    Quoted<
      /** Networks on which a domain controller of this computer's domain answers. */
      | "domain"
      /** Networks that somebody has called private. */
      | "private"
      /** All others. */
      | "public"
    >[]
  >;

  /** Whether it counts at all. */
  enabled: State<boolean>;
}

import type { Ensurable, Key, Presumed, Reading, Selectable, State } from "../language.ts";

/**
 * A network interface, as Network Connections shows it: one by its name, or those for which filters hold. Hidden ones are left out.
 *
 * `each n in network_interface(connected == true, physical == true) { ensure n { dns_servers: ["10.0.0.2", "10.0.0.3"] } }` is about all that are connected. The name is in the language of Windows, and differs
 * from computer to computer.
 *
 * What cuts a computer off cannot be repaired from afar: name DNS servers that it reaches.
 *
 * @blocker There is no such interface.
 * @blocker DNS servers are to be set and the interface is not connected, or has no IPv4: Windows sets those of others not.
 * @blocker The remedy says both `dns_servers` and `dns_source: automatic`, or names no server.
 * @touches Network interfaces, through CIM's classes `MSFT_NetAdapter`, `MSFT_NetAdapterBindingSettingData` and `Win32_NetworkAdapterConfiguration`: they need no module.
 * @touches The registry, below SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces (read only): whether DNS servers were set by hand.
 */
export interface NetworkInterface extends Ensurable, Selectable, Presumed {
  /**
   * Its name (alias), whatever its case: `"Ethernet"`, `"Wi-Fi"`.
   * @minLength 1
   * @maxLength 256
   * @limitSource "MIB_IF_ROW2 structure (netioapi.h)" (learn.microsoft.com/windows/win32/api/netioapi/ns-netioapi-mib_if_row2): IF_MAX_STRING_SIZE
   */
  name?: Key<string>;

  /**
   * The DNS servers that it asks over IPv4, in this order. Setting them is by hand: what DHCP gives counts no longer. Those of IPv6 stay as they are.
   * @pattern ^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\.(?!$)|$)){4}$
   * @limitSource "SetDNSServerSearchOrder method" (learn.microsoft.com/windows/win32/cimwin32prov/setdnsserversearchorder-method-in-class-win32-networkadapterconfiguration): IPv4 addresses
   */
  dns_servers: State<string[]>;

  /** Where its DNS servers of IPv4 come from. */
  dns_source: State<
    /** DHCP gives them; there are none where DHCP is off. */
    "automatic",
    /** Somebody has set them. */
    "manual"
  >;

  /** Whether it uses IPv6 (its binding to `ms_tcpip6`). Windows itself needs IPv6 here and there: Microsoft advises against switching it off. The value `DisabledComponents` in the registry, which counts for all interfaces, is another thing. */
  ipv6: State<boolean>;

  /** The name of its adapter: `"Intel(R) Ethernet Connection I219-LM"`. */
  description: Reading<string>;

  /** Whether it is connected: a cable, a wireless network, or what else it is about. */
  connected: Reading<boolean>;

  /** Whether it is hardware, and not made by a VPN, a switch of Hyper-V or the like. */
  physical: Reading<boolean>;

  /** Its MAC address: `"00:15:5D:01:02:03"`. None where it has none. */
  mac?: Reading<string>;

  /** Whether DHCP gives it its address of IPv4. */
  dhcp: Reading<boolean>;

  /** Its addresses, of IPv4 and IPv6. */
  addresses: Reading<string[]>;

  /** How dear it is for IPv4: Windows takes the interface with the least. None while it has no IPv4. */
  metric?: Reading<number>;
}

import type { Creatable, Enumerable, Key, State } from "../language.ts";

/**
 * A route to a network that Windows keeps over restarts, by the network: what `route -p add` and `New-NetRoute` make. Routes that DHCP, a VPN or Windows itself makes are none of these: they are not seen and not changed.
 *
 * `present` makes one that is missing, at once and for every later start; `absent` deletes all to that network. With `next_hop`, one route is left that goes by it: others to the same network are deleted once it is there.
 * `each r in route(next_hop == "10.0.0.9") { ensure r absent }` goes over all that are kept.
 *
 * Default routes (`0.0.0.0/0`, `::/0`) cannot be named, and `each` leaves them out: a computer without one cannot be reached and repaired from afar. They come from the settings of a network interface.
 *
 * @blocker It is missing, and no `next_hop` is given; or several go to the network, and the remedy does not say which `next_hop` is meant.
 * @blocker There is no such `interface`; or none is given, and no connected one is on the network of the `next_hop`.
 * @touches Routes, through CIM's classes `MSFT_NetRoute` and `MSFT_NetIPInterface`: they need no module.
 * @touches The registry, SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\PersistentRoutes: where `route.exe` notes those of IPv4.
 */
export interface Route extends Creatable, Enumerable {
  /**
   * The network to which it goes: `"10.20.0.0/16"`, `"2001:db8:20::/48"`; a single computer is `"10.20.30.40/32"`.
   * @format ip_network
   * @limitSource RFC 4632, 3.1; RFC 4291, 2.3
   */
  destination: Key<string>;

  /**
   * The gateway by which it goes: `"10.0.0.1"`. `"0.0.0.0"` or `"::"` where the network lies at the interface itself; it is named then.
   * @format ip_address
   * @limitSource RFC 4291, 2.2; RFC 6943, 3.1.1
   */
  next_hop: State<string>;

  /**
   * The name (alias) of the network interface: `"Ethernet"`. Where it is not given, the connected one counts on whose network the `next_hop` lies. None where `route.exe` has made the route: Windows then finds it at each start.
   * @minLength 1
   * @maxLength 256
   * @limitSource "MIB_IF_ROW2 structure (netioapi.h)" (learn.microsoft.com/windows/win32/api/netioapi/ns-netioapi-mib_if_row2): IF_MAX_STRING_SIZE
   */
  interface?: State<string>;

  /**
   * How dear it is, beside what its interface costs: of several routes Windows takes the one with the least. 256 where a route that is made is not told.
   * @minimum 0
   * @maximum 9999
   * @limitSource "route" (learn.microsoft.com/windows-server/administration/windows-commands/route_ws2008): at most 9999
   */
  metric: State<number>;
}

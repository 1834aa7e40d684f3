/** A network interface of the simulated Windows. */
export interface MachineInterface {
  description: string;
  index: number;
  guid: string;
  connected: boolean;
  physical: boolean;
  mac: string;
  dhcp: boolean;
  /** DNS servers that DHCP gives. */
  dhcpServers: string[];
  /** Those that somebody has set; none: those of DHCP count. They stand in the registry as well. */
  servers: string[];
  ipv6: boolean;
  addresses: string[];
  metric: number;
  /** What Windows returns when its DNS servers are set. */
  dnsCode: number;
}

/** One that is connected, and gets all it needs from DHCP. */
export function createInterface(index = 12): MachineInterface {
  return {
    description: "Contoso Ethernet",
    index,
    guid: `{7D1B4B1E-0000-4000-8000-0000000000${String(index).padStart(2, "0")}}`,
    connected: true,
    physical: true,
    mac: "00:15:5D:01:02:03",
    dhcp: true,
    dhcpServers: ["10.0.0.2", "10.0.0.3"],
    servers: [],
    ipv6: true,
    addresses: ["10.0.0.50", "fe80::1"],
    metric: 25,
    dnsCode: 0,
  };
}

/** A rule of the simulated Windows Firewall, as INetFwRule has it. */
export interface MachineFirewallRule {
  /** 1 inbound, 2 outbound. */
  direction: number;
  /** 0 block, 1 allow. */
  action: number;
  /** 256: any. */
  protocol: number;
  localPorts: string;
  remotePorts: string;
  remoteAddresses: string;
  applicationName: string;
  serviceName: string;
  /** 1 domain, 2 private, 4 public; 0x7fffffff: all. */
  profiles: number;
  enabled: boolean;
}

/** A rule that lets TCP in. */
export function createFirewallRule(): MachineFirewallRule {
  return {
    direction: 1,
    action: 1,
    protocol: 6,
    localPorts: "*",
    remotePorts: "*",
    remoteAddresses: "*",
    applicationName: "",
    serviceName: "",
    profiles: 0x7fffffff,
    enabled: true,
  };
}

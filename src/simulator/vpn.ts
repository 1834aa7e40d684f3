/** A VPN connection of all users of the simulated Windows, as CIM tells of it. */
export interface MachineVpnConnection {
  serverAddress: string;
  tunnelType: string;
  splitTunneling: boolean;
  authenticationMethod: string[];
  encryptionLevel: string;
  rememberCredential: boolean;
  dnsSuffix: string;
  profileType: "Inbox" | "ThirdParty";
  connected: boolean;
}

/** One as Windows makes it by itself. */
export function createVpnConnection(serverAddress: string): MachineVpnConnection {
  return {
    serverAddress,
    tunnelType: "Automatic",
    splitTunneling: false,
    authenticationMethod: ["MsChapv2"],
    encryptionLevel: "Required",
    rememberCredential: false,
    dnsSuffix: "",
    profileType: "Inbox",
    connected: false,
  };
}

/** The XML of a profile that is as good as any of its name. */
export function createWifiDefinition(name: string): string {
  const text = name.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1"><name>${text}</name><SSIDConfig/></WLANProfile>`;
}

/** A profile of a wireless network of the simulated Windows, as all users have it. */
export interface MachineWifiProfile {
  /** As in its XML; empty: the profile does not say. */
  authentication: string;
  connectionMode: string;
  groupPolicy: boolean;
}

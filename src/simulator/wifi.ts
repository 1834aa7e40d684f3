/** A profile of a wireless network of the simulated Windows, as all users have it. */
export interface MachineWifiProfile {
  /** As in its XML; empty: the profile does not say. */
  authentication: string;
  connectionMode: string;
  groupPolicy: boolean;
}

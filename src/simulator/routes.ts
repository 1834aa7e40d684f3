/** A route of the simulated Windows; what its row is named: network, next hop and interface, with blanks between. On-link routes follow from the interfaces. */
export interface MachineRoute {
  metric: number;
  /** In the store that is copied at each start of Windows. */
  kept: boolean;
  /** It counts now. */
  active: boolean;
}

/** What the simulated computer is made of, and who sits in front of it. */
export interface MachineHardware {
  tpm: MachineTpm;
  /** None: it has no battery. */
  batteries: MachineBattery[];
  /** Name of the person who is signed in at the console; empty: nobody. */
  consoleUser: string;
  /** False: it has no wireless adapter that is enabled. */
  wirelessAdapter: boolean;
  /** False: the service WlanSvc does not run. */
  wirelessService: boolean;
  /** False: CIM tells of no VPN connection. */
  vpnReadable: boolean;
}

export interface MachineTpm {
  present: boolean;
  enabled: boolean;
  ready: boolean;
  /** As Win32_Tpm has it: `2.0, 0, 1.38` */
  version: string;
}

export interface MachineBattery {
  /** Percent. */
  charge: number;
  /** In milliwatt-hours; 0: its driver does not say. */
  full: number;
  designed: number;
}

/** That of a server on which nothing is wrong, at which `ann` is signed in. */
export function createHardware(): MachineHardware {
  return {
    tpm: { present: true, enabled: true, ready: true, version: "2.0, 0, 1.38" },
    batteries: [],
    consoleUser: "CONTOSO\\ann",
    wirelessAdapter: true,
    wirelessService: true,
    vpnReadable: true,
  };
}

/** One as new. */
export function createBattery(): MachineBattery {
  return { charge: 100, full: 50_000, designed: 50_000 };
}

/** The first two parts of a version. */
export function formatVersion(parts: readonly number[]): string {
  return `${parts[0] ?? 0}.${parts[1] ?? 0}`;
}

/** A Plug and Play device of the simulated Windows. */
export interface MachineDevice {
  /** Empty: its driver gives none. */
  name: string;
  class: string;
  /** ConfigManagerErrorCode: 0 none, 22 disabled. */
  code: number;
  /** The code after the next restart of Windows; null when nothing waits for one. */
  pending: number | null;
  needsRestart: boolean;
  refuses: boolean;
  /** What comes of a restart of it. */
  restarts: "helps" | "fails" | "changes_nothing";
}

/** One without a problem. */
export function createDevice(part: Partial<MachineDevice> = {}): MachineDevice {
  return {
    name: "Contoso device",
    class: "System",
    code: 0,
    pending: null,
    needsRestart: false,
    refuses: false,
    restarts: "helps",
    ...part,
  };
}

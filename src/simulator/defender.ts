/** Microsoft Defender Antivirus of the simulated Windows. */
export interface MachineDefender {
  /** False: Windows has neither its namespace nor its classes. */
  installed: boolean;
  /** Properties of MSFT_MpComputerStatus. While AMRunningMode is `Not running`, preferences cannot be read. */
  status: Record<string, string | number | boolean>;
  /** Properties of MSFT_MpPreference; numbers are bytes, a time of day is `02:00:00`. */
  preferences: Record<string, string | number | boolean | string[]>;
  /** Changes are taken without an error and not made. */
  ignoresChanges: boolean;
  /** What comes of updates and scans. */
  updating: DefenderOutcome;
  scanning: DefenderOutcome;
}

export type DefenderOutcome = "works" | "fails" | "hangs";

/** As it is on a machine on which nothing is wrong, with exclusions that somebody has made. */
export function createDefender(): MachineDefender {
  return {
    installed: true,
    status: {
      AMRunningMode: "Normal",
      RealTimeProtectionEnabled: true,
      IsTamperProtected: false,
      AntivirusSignatureAge: 0,
      AntivirusSignatureVersion: "1.443.155.0",
      AMEngineVersion: "1.1.25110.1",
    },
    preferences: {
      MAPSReporting: 2,
      CloudBlockLevel: 0,
      SubmitSamplesConsent: 3,
      PUAProtection: 1,
      DisableRealtimeMonitoring: false,
      ScanScheduleDay: 0,
      ScanScheduleTime: "02:00:00",
      ScanParameters: 1,
      ExclusionPath: ["C:\\Contoso\\Data"],
      ExclusionProcess: ["contoso.exe"],
      ExclusionExtension: [".cto"],
    },
    ignoresChanges: false,
    updating: "works",
    scanning: "works",
  };
}

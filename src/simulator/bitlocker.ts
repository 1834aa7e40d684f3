/** A drive of the simulated Windows that BitLocker can encrypt, in the numbers of Win32_EncryptableVolume. */
export interface MachineVolume {
  /** 0 of Windows, 1 fixed, 2 removable. */
  type: number;
  /** ConversionStatus: 0 decrypted, 1 encrypted, 2 encrypting, … */
  conversion: number;
  percent: number;
  method: number;
  locked: boolean;
  /** False: its key lies open. */
  enabled: boolean;
  /** For how many restarts it is suspended; 0: until somebody resumes it. */
  restarts: number;
  /** Id of a key protector -> its type: 1 TPM, 3 recovery password. */
  protectors: Record<string, number>;
  /** What comes of backups: of any sort, or by what Group Policy says of those to Active Directory. */
  backups: "work" | "fail" | "not_allowed";
  /** Ids of those that were backed up -> where. */
  kept: Record<string, string>;
}

/** The drive of Windows as it is on a machine on which nothing is wrong. */
export function createVolume(type = 0): MachineVolume {
  return {
    type,
    conversion: 1,
    percent: 100,
    method: 7,
    locked: false,
    enabled: true,
    restarts: 0,
    protectors: { "{4C1B4B1E-0000-4000-8000-000000000001}": 1, "{4C1B4B1E-0000-4000-8000-000000000003}": 3 },
    backups: "work",
    kept: {},
  };
}

/** An optional feature of the simulated Windows, or a capability. */
export interface MachineFeature {
  /** InstallState of Win32_OptionalFeature: 1 enabled, 2 disabled, 3 absent, 4 unknown. Of a capability: installed, not present, none of that name, not told. */
  state: number;
  /** The state after the next restart; null when nothing waits for one. */
  pending: number | null;
  needsRestart: boolean;
  /** What dism.exe returns; 0: it works. */
  exitCode: number;
}

/** A feature with its files on the disk. */
export function createFeature(enabled = false): MachineFeature {
  return { state: enabled ? 1 : 2, pending: null, needsRestart: false, exitCode: 0 };
}

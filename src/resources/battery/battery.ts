import type { Reading, Singleton } from "../language.ts";

/**
 * The battery of this computer, or all of them taken together.
 *
 * @touches CIM's class `Win32_Battery`, and `BatteryFullChargedCapacity` and `BatteryStaticData` of the battery's driver (read only).
 */
export interface Battery extends Singleton {
  /** Whether there is one. */
  present: Reading<boolean>;

  /** How full it is, in percent; of several the mean. None where there is none, or it does not say. */
  charge?: Reading<number>;

  /** What it holds when it is full, in whole percent of what it was made to hold, rounded down; above 100 while it is new. None where there is none, or its driver does not say. */
  health?: Reading<number>;
}

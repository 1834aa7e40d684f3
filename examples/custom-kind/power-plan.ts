import type { Ensurable, Reading, Singleton, State } from "remedyc/kinds";

/**
 * The power plan that is in effect.
 *
 * Only the three plans that Windows ships are known here; a machine whose maker has put in another one reads as `other`.
 *
 * @blocker Group Policy sets another plan ("Select an active power plan", "Specify a custom active power plan").
 * @blocker The plan is not on the machine: on those with Modern Standby only `balanced` is.
 * @touches The registry, under Control\Power (read only).
 * @touches The active power plan, through `powercfg.exe` of Windows.
 */
export interface PowerPlan extends Singleton, Ensurable {
  /** Which plan it is. GUIDs: winnt.h, GUID_TYPICAL_POWER_SAVINGS, GUID_MIN_POWER_SAVINGS, GUID_MAX_POWER_SAVINGS. */
  active: State<
    /** Performance when it is needed, savings when it is not. */
    | "balanced"
    /** Performance before savings. */
    | "high_performance"
    /** Savings before performance. */
    | "power_saver",
    /** A plan of the machine's maker or of a person. */
    "other"
  >;

  /** The plan that Group Policy sets, as a GUID; none when it sets none. */
  policy?: Reading<string>;
}

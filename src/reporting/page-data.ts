import type { DeviceRun, RunOutcome } from "./device-run.ts";
import type { HistoryDay } from "./report.ts";

/** What the page of a report has in it as JSON. `causes` of a run are places in the list of all causes. */
export interface PageData {
  /** ISO 8601 in UTC. */
  readonly made: string;
  readonly outcomes: readonly RunOutcome[];
  readonly causes: readonly { readonly remedy: string; readonly item: string; readonly cause: string }[];
  readonly runs: readonly (DeviceRun & { readonly causes: readonly number[] })[];
  readonly history: readonly HistoryDay[];
}

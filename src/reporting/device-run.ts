import { isFields, readText } from "../graph/shape.ts";
import type { Fields } from "../graph/shape.ts";
import { readSummaryLine } from "./summary-line.ts";
import type { Finding, SummaryLine, SummaryWord } from "./summary-line.ts";

/** How things are on a device, from worst to best, then what is not known. */
export const outcomes = [
  "failed",
  "blocked",
  "noncompliant",
  "restart",
  "fixed",
  "compliant",
  "pending",
  "not applicable",
  "unknown",
] as const;

export type RunOutcome = (typeof outcomes)[number];

/** The newest run of a remedy on a device. */
export interface DeviceRun {
  readonly remedy: string;
  readonly version: string;
  readonly device: string;
  readonly user: string;
  readonly os: string;
  readonly outcome: RunOutcome;
  readonly findings: readonly Finding[];
  /** ISO 8601 in UTC; empty where Graph tells none. */
  readonly time: string;
  /** What the script said, at most 600 characters. */
  readonly said: string;
}

const LONGEST = 600;

const OUTCOMES: { readonly [word in SummaryWord]: RunOutcome } = {
  COMPLIANT: "compliant",
  NONCOMPLIANT: "noncompliant",
  FIXED: "fixed",
  FAILED: "failed",
  BLOCKED: "blocked",
  RESTART: "restart",
  UNDONE: "noncompliant",
};

/** Reads a run state (https://learn.microsoft.com/graph/api/resources/intune-devices-devicehealthscriptdevicestate) with its device. */
export function readDeviceRun(state: Fields, remedy: string): DeviceRun {
  const device = isFields(state["managedDevice"]) ? state["managedDevice"] : {};
  const text = (name: string): string => readText(state, name);
  const before = readSummaryLine(text("preRemediationDetectionScriptOutput"));
  const fix = readSummaryLine(text("remediationScriptError"));
  const after = readSummaryLine(text("postRemediationDetectionScriptOutput"));
  const time = new Date(text("lastStateUpdateDateTime"));
  const newest = fix ?? after ?? before;
  const said = [
    text("remediationScriptError"),
    text("postRemediationDetectionScriptOutput"),
    text("preRemediationDetectionScriptOutput"),
    text("preRemediationDetectionScriptError"),
  ].find((output) => output.trim() !== "");
  return {
    remedy: newest?.remedy ?? remedy,
    version: newest?.version ?? "",
    device: readText(device, "deviceName") || readText(device, "id") || text("id"),
    user: readText(device, "userPrincipalName"),
    os: readText(device, "osVersion"),
    time: Number.isNaN(time.getTime()) || time.getUTCFullYear() < 2000 ? "" : time.toISOString(),
    said: (said ?? "").trim().slice(-LONGEST),
    ...judge(state, { before, fix, after }),
  };
}

interface Lines {
  readonly before: SummaryLine | undefined;
  readonly fix: SummaryLine | undefined;
  readonly after: SummaryLine | undefined;
}

/** A remediation that failed says so on its error stream, and nothing comes after it; one that worked is followed by a detection. */
function judge(state: Fields, { before, fix, after }: Lines): Pick<DeviceRun, "outcome" | "findings"> {
  const toResult = ({ word, findings }: Pick<SummaryLine, "word" | "findings">) => ({ outcome: OUTCOMES[word], findings });
  if (fix) return toResult(fix);
  if (after?.word === "COMPLIANT") return { outcome: "fixed", findings: before?.findings ?? [] };
  const detection = after ?? before;
  if (detection) {
    const { last, needsRestart } = detection;
    if (detection.word === "COMPLIANT") return { outcome: needsRestart ? "restart" : "compliant", findings: [] };
    // What a detection finds is what deviates; why no repair helped is what the last remediation said.
    return last?.word === "FAILED" || last?.word === "BLOCKED" ? toResult(last) : toResult(detection);
  }
  return judgeStates(state);
}

/** Of scripts that are not ours, or did not come to their line. */
function judgeStates(state: Fields): Pick<DeviceRun, "outcome" | "findings"> {
  const [detection, remediation] = [readText(state, "detectionState"), readText(state, "remediationState")];
  const error = [readText(state, "remediationScriptError"), readText(state, "preRemediationDetectionScriptError")].find(
    (text) => text.trim() !== "",
  );
  const finding = (reason: string): readonly Finding[] => [
    { item: "script", reason: error?.trim().split(/\r?\n/)[0]?.slice(0, 300) ?? reason, cause: "" },
  ];
  if (remediation === "scriptError")
    return { outcome: "failed", findings: finding("the remediation ended with an error and no summary line") };
  if (remediation === "remediationFailed") return { outcome: "noncompliant", findings: finding("the remediation did not help") };
  switch (detection) {
    case "success":
      return { outcome: remediation === "success" ? "fixed" : "compliant", findings: [] };
    case "fail":
      return { outcome: "noncompliant", findings: finding("the detection gave no summary line") };
    case "scriptError":
      return { outcome: "failed", findings: finding("the detection ended with an error and no summary line") };
    case "pending":
      return { outcome: "pending", findings: [] };
    case "notApplicable":
      return { outcome: "not applicable", findings: [] };
    default:
      return { outcome: "unknown", findings: [] };
  }
}

import type { DefenderOutcome, MachineDefender } from "../../simulator/defender.ts";
import { giveFacts } from "../../simulator/given/facts.ts";
import type { FactSetter } from "../../simulator/given/facts.ts";
import { booleanOf, listOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

const MODES: Readonly<Record<string, string>> = {
  normal: "Normal",
  passive: "Passive Mode",
  sxs_passive: "SxS Passive Mode",
  edr_block: "EDR Block Mode",
  not_running: "Not running",
  other: "Troubleshooting",
};

export const simulated: SimulatedKind = {
  give: giveFacts({
    installed: set((defender, value) => (defender.installed = booleanOf(value) ?? true)),
    mode: set((defender, value) => {
      const { status } = defender;
      const mode = textOf(value) ?? "normal";
      defender.installed = mode !== "missing";
      status["AMRunningMode"] = MODES[mode] ?? "Normal";
      status["RealTimeProtectionEnabled"] = mode === "normal";
    }),
    real_time_active: set(({ status }, value) => (status["RealTimeProtectionEnabled"] = booleanOf(value) ?? true)),
    tamper_protected: set(({ status }, value) => (status["IsTamperProtected"] = booleanOf(value) ?? true)),
    signature_age: set(({ status }, value) => (status["AntivirusSignatureAge"] = Math.floor((numberOf(value) ?? 0) / 86_400_000))),
    signature_version: set(({ status }, value) => (status["AntivirusSignatureVersion"] = textOf(value) ?? "")),
    engine_version: set(({ status }, value) => (status["AMEngineVersion"] = textOf(value) ?? "")),
    cloud_protection: word("MAPSReporting", ["off", "basic", "advanced"]),
    cloud_block_level: word("CloudBlockLevel", ["default", "moderate", "high", "", "high_plus", "", "zero_tolerance"]),
    sample_submission: word("SubmitSamplesConsent", ["prompt", "safe", "never", "all"]),
    pua_protection: word("PUAProtection", ["off", "on", "audit"]),
    real_time_protection: set(({ preferences, status }, value) => {
      preferences["DisableRealtimeMonitoring"] = booleanOf(value) === false;
      status["RealTimeProtectionEnabled"] = booleanOf(value) ?? true;
    }),
    scan_day: word("ScanScheduleDay", ["daily", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "never"]),
    scan_time: set(({ preferences }, value) => (preferences["ScanScheduleTime"] = `${textOf(value) ?? "02:00"}:00`)),
    scan_type: word("ScanParameters", ["", "quick", "full"]),
    excluded_paths: list("ExclusionPath"),
    excluded_processes: list("ExclusionProcess"),
    excluded_extensions: list("ExclusionExtension"),
    ignores_changes: set((defender, value) => (defender.ignoresChanges = booleanOf(value) ?? true)),
    exclusions_hidden: set(({ preferences }, value) => {
      if (booleanOf(value) !== true) return;
      for (const name of ["ExclusionPath", "ExclusionProcess", "ExclusionExtension"])
        preferences[name] = ["N/A: Must be an administrator to view exclusions"];
    }),
    updating: set((defender, value) => (defender.updating = textOf(value) as DefenderOutcome)),
    scanning: set((defender, value) => (defender.scanning = textOf(value) as DefenderOutcome)),
  }),
  // Entries of others stay in every list.
  explains: ({ table, before, after }) =>
    table === "defender" && (!Array.isArray(before) || before.every((entry: unknown) => Array.isArray(after) && after.includes(entry))),
};

function set(change: (defender: MachineDefender, value: Parameters<FactSetter>[1]) => unknown): FactSetter {
  return (machine, value) => {
    change(machine.defender, value);
  };
}

/** A setting that Defender keeps as a number: the place of its word. */
function word(preference: string, words: readonly string[]): FactSetter {
  return set(({ preferences }, value) => (preferences[preference] = words.indexOf(textOf(value) ?? "")));
}

/** These entries and no others. */
function list(preference: string): FactSetter {
  return set(({ preferences }, value) => (preferences[preference] = listOf(value).map((entry) => textOf(entry) ?? "")));
}

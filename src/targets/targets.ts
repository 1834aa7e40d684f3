import { configmgrBaseline } from "./configmgr-baseline.ts";
import { intuneRemediation } from "./intune-remediation.ts";
import { standalone } from "./standalone.ts";
import type { Target, TargetName } from "./target.ts";

/** Every target that this version builds, by name. */
export const targets: { readonly [name in TargetName]: Target } = {
  standalone,
  "intune.remediation": intuneRemediation,
  "configmgr.baseline": configmgrBaseline,
};

export const targetNames = Object.keys(targets) as readonly TargetName[];

/** Targets of the language that a later version builds: named without an error, passed over with a warning. */
export const plannedTargets: readonly string[] = ["intune.win32", "configmgr.application"];

export function findTarget(name: string): Target | undefined {
  return Object.hasOwn(targets, name) ? targets[name as TargetName] : undefined;
}

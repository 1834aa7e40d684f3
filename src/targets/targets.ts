import { configmgrApplication } from "./configmgr-application.ts";
import { configmgrBaseline } from "./configmgr-baseline.ts";
import { intunePlatformScript } from "./intune-platform-script.ts";
import { intuneRemediation } from "./intune-remediation.ts";
import { intuneWin32 } from "./intune-win32.ts";
import { scheduledTask } from "./scheduled-task.ts";
import { standalone } from "./standalone.ts";
import type { Target, TargetName } from "./target.ts";

/** Every target that this version builds, by name. */
export const targets: { readonly [name in TargetName]: Target } = {
  standalone,
  scheduled_task: scheduledTask,
  "intune.remediation": intuneRemediation,
  "intune.platform_script": intunePlatformScript,
  "intune.win32": intuneWin32,
  "configmgr.baseline": configmgrBaseline,
  "configmgr.application": configmgrApplication,
};

export const targetNames = Object.keys(targets) as readonly TargetName[];

export function findTarget(name: string): Target | undefined {
  return Object.hasOwn(targets, name) ? targets[name as TargetName] : undefined;
}

import type { WishName } from "./answer-options.ts";
import type { Wish } from "./wish.ts";
import { groupMember, userRight } from "./wishes/accounts.ts";
import { fileAbsent, filePresent, oldFiles } from "./wishes/files.ts";
import { runRegularly, scheduledTask, serviceOff, serviceRuns } from "./wishes/services.ts";
import { environmentVariable, registryValue, userRegistryValue, windowsFeature } from "./wishes/settings.ts";
import { packageInstalled, packageRemoved, wingetPackage } from "./wishes/software.ts";

/** What `remedyc init` can write from answers. */
export const wishes: { readonly [name in WishName]: Wish } = {
  "registry-value": registryValue,
  "user-registry-value": userRegistryValue,
  "service-runs": serviceRuns,
  "service-off": serviceOff,
  "package-installed": packageInstalled,
  "package-removed": packageRemoved,
  "winget-package": wingetPackage,
  "file-present": filePresent,
  "file-absent": fileAbsent,
  "old-files": oldFiles,
  "scheduled-task": scheduledTask,
  "run-regularly": runRegularly,
  "user-right": userRight,
  "group-member": groupMember,
  "environment-variable": environmentVariable,
  "windows-feature": windowsFeature,
};

import type { CustomAction } from "../inspection.ts";

/**
 * What each basic type runs; `source` and `target` are the columns (learn.microsoft.com/windows/win32/msi/summary-list-of-all-custom-action-types). Of a script only that it is one
 * is told: its text belongs to nobody's terminal.
 */
const TYPES: Readonly<Record<number, (source: string, target: string) => string>> = {
  1: (source, target) => `DLL ${source}, function ${target}`,
  2: (source, target) => `EXE ${source} ${target}`,
  5: (source) => `JScript ${source}`,
  6: (source) => `VBScript ${source}`,
  7: (source) => `another installation, ${source}`,
  17: (source, target) => `DLL ${source}, function ${target}`,
  18: (source, target) => `installed file ${source} ${target}`,
  19: (_, target) => `fails with: ${target}`,
  21: (source) => `JScript ${source}`,
  22: (source) => `VBScript ${source}`,
  23: (source) => `another installation, ${source}`,
  34: (source, target) => `${target} in ${source}`,
  35: (source, target) => `sets folder ${source} to ${target}`,
  37: () => "JScript",
  38: () => "VBScript",
  39: (source) => `another installation, ${source}`,
  50: (source, target) => `EXE [${source}] ${target}`,
  51: (source, target) => `sets ${source} to ${target}`,
  53: (source) => `JScript [${source}]`,
  54: (source) => `VBScript [${source}]`,
};

const SETS_VALUE: ReadonlySet<number> = new Set([35, 51]);

/** Flags (learn.microsoft.com/windows/win32/msi/custom-action-in-script-execution-options and its neighbours). */
const CONTINUE = 0x40;
const ROLLBACK = 0x100;
const COMMIT = 0x200;
const IN_SCRIPT = 0x400;
const NO_IMPERSONATE = 0x800;
const HIDE_TARGET = 0x2000;

/** What an action does, when, and as whom. */
export function describeCustomAction(
  type: number,
  source: string,
  target: string,
): Pick<CustomAction, "what" | "when" | "runsAs" | "ignoresFailure" | "isCode"> {
  const base = type & 0x3f;
  const describe = TYPES[base];
  const shown = type & HIDE_TARGET ? "(hidden)" : target;
  const isDeferred = (type & IN_SCRIPT) !== 0;
  return {
    what: (describe?.(source, shown) ?? `type ${type}`).trim(),
    when: !isDeferred ? "immediate" : type & ROLLBACK ? "rollback" : type & COMMIT ? "commit" : "deferred",
    runsAs: isDeferred && type & NO_IMPERSONATE ? "LocalSystem" : "the one who installs",
    ignoresFailure: (type & CONTINUE) !== 0,
    isCode: !SETS_VALUE.has(base) && base !== 19,
  };
}

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findTarget, targetNames, targets } from "../../src/targets/targets.ts";
import type { ExitDialect, TargetRole } from "../../src/targets/target.ts";

const shown = (dialect: ExitDialect): string =>
  (["compliant", "noncompliant", "blocked", "failed", "restartNeeded", "busy"] as const)
    .map(
      (outcome) =>
        `${dialect[outcome].exitCode}${dialect[outcome].output.kind === "token" ? ` ${(dialect[outcome].output as { readonly token: string }).token}` : dialect[outcome].output.kind === "none" ? " silent" : ""}`,
    )
    .join(", ");
const role = (target: keyof typeof targets, name: TargetRole["role"]): TargetRole | undefined =>
  targets[target].roles.find((each) => each.role === name);

test("targets are found by their name and by nothing else", () => {
  expect(targetNames).toEqual([
    "standalone",
    "scheduled_task",
    "intune.remediation",
    "intune.platform_script",
    "intune.win32",
    "configmgr.baseline",
    "configmgr.application",
  ]);
  for (const name of targetNames) expect(findTarget(name)?.name).toBe(name);
  for (const name of ["intune", "Standalone", "constructor", "__proto__", "intune.win32app"]) expect(findTarget(name)).toBeUndefined();
});

// The table "Exit codes and output by target" of the contract: compliant or fixed, not compliant, blocked, failed, restart, busy.
describe("exit codes", () => {
  test.each<[target: keyof typeof targets, role: TargetRole["role"], file: string, codes: string]>([
    ["standalone", "standalone", "ps1", "0, 1, 20001, 1603, 3010, 1618"],
    ["scheduled_task", "standalone", "ps1", "0, 1, 20001, 1603, 3010, 1618"],
    ["intune.remediation", "detect", "detect.ps1", "0, 1, 1, 1, 0, 1"],
    ["intune.remediation", "remediate", "remediate.ps1", "0, 1, 1, 1, 0, 1"],
    ["configmgr.baseline", "detect", "discover.ps1", "0 Compliant, 0 NonCompliant, 0 Blocked, 0 Failed, 0 NonCompliant, 0 Failed"],
    ["configmgr.baseline", "remediate", "remediate.ps1", "0, 1, 1, 1, 0, 1"],
    ["intune.platform_script", "remediate", "ps1", "0, 1, 1, 1, 0, 1"],
    ["intune.win32", "detect", "detect.ps1", "0, 1, 1, 1, 1, 1"],
    ["intune.win32", "install", "install.ps1", "0, 1, 20001, 1603, 3010, 1618"],
    ["intune.win32", "uninstall", "uninstall.ps1", "0, 1, 20001, 1603, 3010, 1618"],
    ["intune.win32", "requirement", "requirement.ps1", "0, 1 silent, 1 silent, 1 silent, 1 silent, 1 silent"],
    ["configmgr.application", "detect", "detect.ps1", "0, 0 silent, 1 silent, 1 silent, 0 silent, 1 silent"],
    ["configmgr.application", "install", "install.ps1", "0, 1, 20001, 1603, 3010, 1618"],
    ["configmgr.application", "uninstall", "uninstall.ps1", "0, 1, 20001, 1603, 3010, 1618"],
    ["configmgr.application", "requirement", "requirement.ps1", "0, 1 silent, 1 silent, 1 silent, 1 silent, 1 silent"],
  ])("%s %s", (target, name, file, codes) => {
    const found = role(target, name);
    expect(found?.fileName).toBe(file);
    expect(found && shown(found.dialect)).toBe(codes);
  });

  test("are documented as they are", () => {
    const page = readFileSync(new URL("../../docs/exit-codes.md", import.meta.url), "utf8");
    for (const name of targetNames) expect(page).toContain(name);
    for (const code of ["3010", "20001", "1603", "1618"]) expect(page).toContain(code);
  });
});

test("limits are the documented ones: 200 KB for a remediation's scripts, 32 KB for an application's detection", () => {
  expect(targets["intune.remediation"].roles.map((each) => each.maximumBytes)).toEqual([204_800, 204_800]);
  expect(role("configmgr.application", "detect")?.maximumBytes).toBe(32_768);
});

test("only what a person starts takes parameters; what installs an app carries files", () => {
  expect(targetNames.map((name) => [targets[name].passesParameters, targets[name].carries])).toEqual([
    [true, undefined],
    [false, undefined],
    [false, undefined],
    [false, undefined],
    [false, "package"],
    [false, undefined],
    [false, "folder"],
  ]);
});

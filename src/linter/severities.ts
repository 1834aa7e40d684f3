import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import type { Rule } from "./rule.ts";
import { findRule } from "./switches.ts";

/** How grave a project takes what a rule finds; `off`: it does not look. */
export type RuleSeverity = Severity | "off";

/** The severities of a configuration by code, and the names in it that no rule has. */
export function readSeverities(
  rules: readonly Rule[],
  settings: { readonly [rule: string]: RuleSeverity },
): { readonly byCode: ReadonlyMap<string, RuleSeverity>; readonly unknown: readonly string[] } {
  const byCode = new Map<string, RuleSeverity>();
  const unknown: string[] = [];
  for (const [name, severity] of Object.entries(settings)) {
    const rule = findRule(rules, name);
    if (rule) byCode.set(rule.code, severity);
    else unknown.push(name);
  }
  return { byCode, unknown };
}

/** A finding as grave as the configuration takes it. */
export function regrade(diagnostic: Diagnostic, byCode: ReadonlyMap<string, RuleSeverity>): Diagnostic {
  const severity = byCode.get(diagnostic.code);
  return severity === undefined || severity === "off" ? diagnostic : { ...diagnostic, severity };
}

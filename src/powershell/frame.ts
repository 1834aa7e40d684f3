import type { Value } from "../checker/value.ts";
import { showValue } from "../checker/values.ts";
import type { Plan, PlanParameter } from "../plan/plan.ts";
import type { Target, TargetRole } from "../targets/target.ts";
import type { PsStatement } from "./ast.ts";
import { psPositional, psVariable } from "./ast.ts";
import { commentText, stringLiteral } from "./literals.ts";
import { call, parameterVariable, text } from "./lower/context.ts";
import { toPascalCase } from "../resources/catalog/names.ts";
import type { LowerContext } from "./lower/context.ts";

/** The comment-based help at the top: what the administrator reads first. Descriptions come from doc comments of the remedy. */
export function printHelp(plan: Plan, target: Target, role: TargetRole, compilerVersion: string): string {
  const { remedy } = plan;
  const [main, ...imported] = plan.sources;
  const notes: readonly (readonly [string, string])[] = [
    ["Remedy", `${remedy.name} ${remedy.version}`],
    ...(remedy.publisher === undefined ? [] : [["Publisher", remedy.publisher] as const]),
    ["Target", role.role === target.name || target.registersItself ? target.name : `${target.name}, ${role.role}`],
    ["Runs as", remedy.context === "user" ? "the signed-in user" : "SYSTEM (or an elevated administrator)"],
    ["Compiler", `remedyc ${compilerVersion}`],
    ["Source", `${main?.path ?? ""}, SHA-256 ${main?.sha256 ?? ""}`],
    ...imported.map((source) => ["Imports", `${source.path}, SHA-256 ${source.sha256}`] as const),
    ...plan.fixed.map((fixed) => ["Parameter", `${fixed.name} = ${showValue(fixed.value)}`] as const),
  ];
  const lines = [
    "<#",
    ".SYNOPSIS",
    `    ${commentText(remedy.title)}: ${ROLE_TEXT[role.role]}${target.registersItself ? "; with -Register it becomes a scheduled task" : ""}`,
    ...(remedy.documentation === undefined
      ? []
      : [".DESCRIPTION", ...remedy.documentation.split("\n").map((line) => `    ${commentText(line)}`)]),
    ...(role.role === "standalone" ? plan.parameters.flatMap(printParameterHelp) : []),
    ...(role.role === "standalone"
      ? [
          ".PARAMETER Force",
          "    Tries again what was tried in the last day and did not help.",
          ".PARAMETER Rollback",
          "    Undoes what the newest run changed, where that can be undone and nobody changed it since.",
        ]
      : []),
    ...(target.registersItself ? REGISTRATION_HELP : []),
    ".NOTES",
    ...notes.map(([name, value]) => `    ${name.padEnd(10)}${commentText(value)}`),
    "#>",
  ];
  return lines.join("\n");
}

const REGISTRATION_HELP = [
  ".PARAMETER Register",
  "    Keeps a copy of this script in its folder below Program Files, and a task of SYSTEM that runs it. Where both are as wanted nothing changes.",
  ".PARAMETER Every",
  "    How often the task runs: 30m, 4h, 1d; whole minutes, at most 31d. 1h where neither this nor -AtStartup is given.",
  ".PARAMETER AtStartup",
  "    The task runs when Windows starts; by the clock only where -Every is given, too.",
  ".PARAMETER Unregister",
  "    Deletes the task and the copy. What the remedy changed stays, and so do its log and what -Rollback needs.",
] as const;

const ROLE_TEXT = {
  detect: "tells whether it is needed, changes nothing",
  remediate: "repairs what deviates",
  standalone: "tests and repairs; with -WhatIf it only tells",
  install: "installs what is missing and repairs what deviates",
  uninstall: "takes it away",
  requirement: "tells whether a device is one that it is for, changes nothing",
  publish: "creates or updates it in Configuration Manager",
} as const;

function printParameterHelp(parameter: PlanParameter): string[] {
  const documentation = parameter.documentation ?? `The parameter '${parameter.name}' of the remedy.`;
  return [`.PARAMETER ${toPascalCase(parameter.name)}`, ...documentation.split("\n").map((line) => `    ${commentText(line)}`)];
}

/** The attribute and the `param (…)` of the script. Detection has none; every parameter is text that `ConvertFrom-Parameter` checks. */
export function printParamBlock(plan: Plan, target: Target, role: TargetRole): string {
  if (role.role === "detect" || role.role === "requirement") return "[CmdletBinding()]\nparam()";
  if (role.role !== "standalone") return "[CmdletBinding(SupportsShouldProcess)]\nparam()";
  if (target.registersItself) return REGISTRATION_PARAM;
  const declarations = plan.parameters.map(
    (parameter) => `    [string]$${toPascalCase(parameter.name)} = ${stringLiteral(defaultText(parameter.defaultValue))}`,
  );
  return [
    "[CmdletBinding(SupportsShouldProcess)]",
    "param(",
    [...declarations, "    [switch]$Force", "    [switch]$Rollback"].join(",\n"),
    ")",
  ].join("\n");
}

/** What excludes each other are parameter sets: PowerShell refuses the rest, and Get-Help shows them apart. */
const REGISTRATION_PARAM = `[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Run')]
param(
    [Parameter(ParameterSetName = 'Run')] [switch]$Force,
    [Parameter(ParameterSetName = 'Run')] [switch]$Rollback,
    [Parameter(Mandatory, ParameterSetName = 'Register')] [switch]$Register,
    [Parameter(ParameterSetName = 'Register')] [string]$Every,
    [Parameter(ParameterSetName = 'Register')] [switch]$AtStartup,
    [Parameter(Mandatory, ParameterSetName = 'Unregister')] [switch]$Unregister
)`;

/** `$InstallerValue = ConvertFrom-Parameter 'Installer' 'path' $Installer` for each run-time parameter. */
export function printParameterValues(plan: Plan, context: LowerContext): PsStatement[] {
  for (const { type } of plan.parameters) context.uses.add(`Parameter.${toPascalCase(type.kind)}`);
  return plan.parameters.map((parameter): PsStatement => ({
    kind: "assign",
    variable: parameterVariable(parameter.name).replace(/^script:/, ""),
    value: call(
      context,
      "ConvertFrom-Parameter",
      psPositional(text(toPascalCase(parameter.name))),
      psPositional(text(parameterTypeText(parameter))),
      psPositional(psVariable(toPascalCase(parameter.name))),
    ),
  }));
}

/** `path`, `account?`, `running|stopped`: what `ConvertFrom-Parameter` checks the text against. */
function parameterTypeText(parameter: PlanParameter): string {
  const { type } = parameter;
  const name = type.kind === "enum" ? type.members.map((member) => member.name).join("|") : type.kind;
  return parameter.optional ? `${name}?` : name;
}

/** A default as the text that a caller would pass. */
function defaultText(value: Value): string {
  return value.kind === "none" ? "" : showValue(value);
}

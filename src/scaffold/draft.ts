import type { TargetName } from "../targets/target.ts";
import { quote } from "./questions.ts";

/** A machine, and what must come of it. */
export interface DraftScenario {
  readonly title: string;
  readonly given: readonly string[];
  readonly expects: readonly string[];
  /** Only for apps: it takes away what was installed. */
  readonly uninstalls?: true;
}

/** What a remedy ensures, in statements of the language, each line whole. */
export interface Draft {
  /** For people who open the file: what it is for. A sentence of ours. */
  readonly summary: string;
  /** Names before the remedy, for it and its scenarios. */
  readonly lets: readonly (readonly [name: string, value: string])[];
  readonly steps: readonly DraftStep[];
  /** What an app that goes takes along. */
  readonly uninstall: readonly string[];
  readonly scenarios: readonly DraftScenario[];
}

export interface DraftStep {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a remedy is called, and what it is built for. */
export interface Heading {
  readonly name: string;
  readonly title: string;
  readonly targets: readonly TargetName[];
}

/** Targets that install apps: they alone carry files, and uninstall. */
export const appTargets: readonly TargetName[] = ["intune.win32", "configmgr.application"];

/** The remedy as a source file. */
export function printDraft({ name, title, targets }: Heading, draft: Draft): string {
  const isApp = targets.some((target) => appTargets.includes(target));
  const width = Math.max(0, ...draft.lets.map(([letName]) => letName.length));
  const parts = [
    draft.lets.map(([letName, value]) => `let ${letName.padEnd(width)} = ${value}`).join("\n"),
    [
      `/// ${draft.summary}`,
      `remedy ${name} {`,
      `  title:   ${quote(title)}`,
      "  version: 0.1.0",
      `  targets: [${targets.join(", ")}]`,
      ...draft.steps.flatMap((step) => ["", `  step ${step.name} ${quote(step.title)} {`, ...indent(step.lines, 4), "  }"]),
      ...(isApp ? ["", ...printBlock("uninstall", draft.uninstall, 2)] : []),
      "}",
    ].join("\n"),
    ...draft.scenarios.filter((scenario) => isApp || !scenario.uninstalls).map((scenario) => printScenario(name, scenario)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function printScenario(remedy: string, { title, given, expects }: DraftScenario): string {
  return [
    `scenario ${quote(title)} for ${remedy} {`,
    ...(given.length > 0 ? printBlock("given", given, 2) : []),
    ...indent(
      expects.map((line) => (line === "restart" ? line : `expect ${line}`)),
      2,
    ),
    "}",
  ].join("\n");
}

function printBlock(word: string, lines: readonly string[], by: number): string[] {
  const margin = " ".repeat(by);
  if (lines.length === 0) return [`${margin}${word} {}`];
  return [`${margin}${word} {`, ...indent(lines, by + 2), `${margin}}`];
}

function indent(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === "" ? line : `${" ".repeat(by)}${line}`));
}

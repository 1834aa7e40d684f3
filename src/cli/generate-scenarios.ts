import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { planFile } from "../compiler/compile.ts";
import type { Compiler } from "../compiler/compile.ts";
import { generateScenarios } from "../coverage/generate/generate.ts";
import type { Generated } from "../coverage/generate/generate.ts";
import { measureCoverage } from "../coverage/coverage.ts";
import type { Coverage } from "../coverage/coverage.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { GivenParameter } from "../parameters/given.ts";
import type { Plan } from "../plan/plan.ts";
import { lowerScenario } from "../plan/lower/scenario.ts";
import { deployScripts } from "../simulator/deploy.ts";
import type { ScenarioResult } from "../simulator/result.ts";
import { appendToSource } from "./append-to-source.ts";
import { USUAL_BUDGET } from "./commands/prove.ts";
import { startProgress } from "./progress.ts";
import { replaceFiles } from "./replace-files.ts";
import type { SimulatedComputer } from "./simulation.ts";
import type { TestedRemedy } from "./test.ts";

/** Results and coverage, with the scenarios that were written for each file. */
export interface GeneratedTests {
  readonly results: readonly ScenarioResult[];
  readonly coverages: readonly Coverage[];
  readonly written: readonly { readonly file: string; readonly texts: readonly string[] }[];
}

interface Workshop {
  readonly compiler: Compiler;
  readonly parameters: readonly GivenParameter[];
  readonly computer: SimulatedComputer;
}

/** What of a remedy these scenarios reached. */
export function measure(remedy: TestedRemedy, results: readonly ScenarioResult[]): Coverage {
  return measureCoverage(plansOf(remedy), reachedBy(remedy, results));
}

function plansOf({ outputsByTarget }: TestedRemedy): readonly Plan[] {
  return outputsByTarget.map((outputs) => deployScripts(outputs, () => "").plan);
}

function reachedBy({ name, file }: TestedRemedy, results: readonly ScenarioResult[]): ReadonlySet<string> {
  const own = results.filter(({ scenario }) => scenario.remedy === name && scenario.origin.span.file.path === file);
  return new Set(own.flatMap(({ reached }) => [...reached]));
}

/** Writes scenarios for what those of each remedy did not reach, and adds what they came to. */
export async function generateAll(
  remedies: readonly TestedRemedy[],
  own: readonly ScenarioResult[],
  workshop: Workshop,
): Promise<GeneratedTests> {
  const results = [...own];
  const coverages: Coverage[] = [];
  const written = new Map<string, string[]>();
  const titles = new Map<string, string[]>();
  const progress = startProgress("writing scenarios for", remedies.length);
  for (const remedy of remedies) {
    const taken = titles.get(remedy.file) ?? [...remedy.titles];
    const { scenarios, left } = await generateFor({ ...remedy, titles: taken }, reachedBy(remedy, own), workshop);
    results.push(...scenarios.flatMap((one) => one.results));
    titles.set(remedy.file, [...taken, ...scenarios.flatMap((one) => one.results.map(({ scenario }) => scenario.title))]);
    written.set(remedy.file, [...(written.get(remedy.file) ?? []), ...scenarios.map(({ text }) => text)]);
    const reasons = new Map(left.map(({ goal, why }) => [goal.key, why]));
    coverages.push(measureCoverage(plansOf(remedy), reachedBy(remedy, results), reasons));
    progress.step();
  }
  progress.stop();
  return { results, coverages, written: [...written].map(([file, texts]) => ({ file, texts })) };
}

/** Writes scenarios for what a remedy's own do not reach. */
async function generateFor(
  { file, outputsByTarget, titles, context }: TestedRemedy,
  reached: ReadonlySet<string>,
  { compiler, parameters, computer }: Workshop,
): Promise<Generated> {
  const targets = outputsByTarget.map((outputs) => deployScripts(outputs, (output) => computer.store.put(output.file, output.script.text)));
  const readBack = async (text: string) => {
    const host = { readFile: (path: string) => addTo(compiler.host.readFile(path), path === file ? text : "") };
    const { program, diagnostics } = await planFile(file, { ...compiler, host }, { targets: undefined, parameters });
    if (hasErrors(diagnostics)) return undefined;
    const last = program.entry.declarations.flatMap((declaration) => (declaration.kind === "scenario" ? [declaration] : [])).at(-1);
    return last && lowerScenario(program, last);
  };
  return generateScenarios({ targets, reached, titles, readBack }, { ...context, ...computer }, USUAL_BUDGET);
}

function addTo(content: ReturnType<Compiler["host"]["readFile"]>, text: string): ReturnType<Compiler["host"]["readFile"]> {
  if (content.kind !== "bytes" || text === "") return content;
  return { kind: "bytes", bytes: appendToSource(content.bytes, text) };
}

/** Puts scenarios behind the end of a file, all or none. */
export function writeScenarios(root: string, file: string, texts: readonly string[]): readonly Diagnostic[] {
  if (texts.length === 0) return [];
  const path = resolve(root, file);
  const failure = replaceFiles([{ path, bytes: appendToSource(readFileSync(path), texts.join("\n")) }]);
  return failure ? [createDiagnostic("RMD7054", undefined, { path: file, reason: failure.error })] : [];
}

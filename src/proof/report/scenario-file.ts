import { printValue } from "../../checker/print-value.ts";
import type { Catalog } from "../../resources/catalog/model.ts";
import type { FileNode } from "../../syntax/file.ts";
import { groupCauses, groupOf } from "../causes.ts";
import type { Proof } from "../prove.ts";
import { createRefutingScenario } from "../refuting-scenario.ts";
import type { ProofScenario } from "../scenario.ts";

/** By its first line a file is known to be written by `remedyc prove`, and may be replaced. */
export const SCENARIO_FILE_BEGINS = "// Counterexamples of 'remedyc prove', each as a scenario";

/** A proof with what the file of its remedy declares. */
export interface ProvedFile {
  readonly proof: Proof;
  readonly catalog: Catalog;
  readonly entry: FileNode;
}

/** A file of scenarios, and what is not in it, a line each. */
export interface ScenarioFile {
  readonly text: string;
  readonly count: number;
  readonly omitted: readonly string[];
}

/**
 * Writes what is refuted, and not accepted, as scenarios of one file, which imports the remedies. `importPath` says how that file writes a path of the project; `given` what parameters the remedies
 * were proved with.
 */
export function renderScenarioFile(
  proofs: readonly ProvedFile[],
  importPath: (path: string) => string,
  given: readonly string[],
): ScenarioFile {
  const omitted: string[] = [];
  const imports = new Set<string>();
  const taken = new Map<string, string>();
  const texts = new Set<string>();
  for (const { proof, catalog, entry } of proofs) {
    const { plan } = proof;
    const { path } = entry.source;
    const scenarios = collectScenarios(proof, catalog, omitted);
    if (scenarios.length === 0) continue;
    const clash = findClash(entry, taken);
    if (clash !== undefined) {
      omitted.push(
        `${plan.remedy.name}: '${path}' and '${clash.path}' both declare '${clash.name}'; write the scenarios of one into a file of its own`,
      );
      continue;
    }
    for (const name of namesOf(entry)) taken.set(name, path);
    imports.add(path);
    for (const { scenario } of scenarios)
      for (const kind of kindsOf(scenario)) {
        const origin = catalog.kinds[kind]?.origin ?? "built-in";
        if (origin !== "built-in") imports.add(origin);
      }
    for (const { text } of scenarios) texts.add(text);
  }
  const head = [
    `${SCENARIO_FILE_BEGINS} for 'remedyc test' that expects what should be.`,
    "// Each 'remedyc prove --scenarios' writes the file anew.",
    ...(given.length === 0 || texts.size === 0 ? [] : [`// Proved with ${given.join(" ")}: give 'remedyc test' the same.`]),
    ...(texts.size === 0 ? ["// Nothing is refuted of which a scenario tells."] : []),
    ...[...imports].map((path) => `import ${printValue({ kind: "string", value: importPath(path) })}`),
    "",
  ].join("\n");
  return { text: [head, ...texts].join("\n"), count: texts.size, omitted };
}

function collectScenarios({ plan, counterexamples, preferred }: Proof, catalog: Catalog, omitted: string[]): readonly ProofScenario[] {
  const scenarios: ProofScenario[] = [];
  for (const [found] of groupCauses(counterexamples)) {
    if (plan.accepted.some(({ property }) => property === found.property)) continue;
    const made = createRefutingScenario(preferred.get(groupOf(found)) ?? found, plan, catalog);
    const name = `${plan.remedy.name}: ${found.promise === undefined ? found.property : `promise '${found.promise}'`}`;
    if ("why" in made) omitted.push(`${name}: ${made.why}`);
    else {
      scenarios.push(made);
      if (made.omitted.length > 0) omitted.push(`${name}: its scenario does not give ${made.omitted.join(", ")}`);
    }
  }
  return scenarios;
}

/** What two files declare alike cannot be imported by one. */
function findClash(entry: FileNode, taken: ReadonlyMap<string, string>): { readonly name: string; readonly path: string } | undefined {
  for (const name of namesOf(entry)) {
    const path = taken.get(name);
    if (path !== undefined && path !== entry.source.path) return { name, path };
  }
  return undefined;
}

function namesOf({ declarations }: FileNode): readonly string[] {
  return declarations.flatMap((one) => {
    if (one.kind === "part" || one.kind === "let") return [one.name.text];
    return one.kind === "remedy" ? [`remedy ${one.name.text}`] : [];
  });
}

function kindsOf({ steps }: ProofScenario["scenario"]): readonly string[] {
  return steps.flatMap((step) => {
    if (step.kind === "given") return step.items.map(({ resource }) => resource.resourceKind);
    return step.kind === "expect-state" ? [step.state.resource.resourceKind] : [];
  });
}

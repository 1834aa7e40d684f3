import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { planFile } from "../../src/compiler/compile.ts";
import { kindModels } from "../../src/generated/kind-models.ts";
import { lowerScenario } from "../../src/plan/lower/scenario.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { PlanScenario } from "../../src/plan/scenario.ts";
import type { Counterexample } from "../../src/proof/counterexample.ts";
import { eventsOf } from "../../src/proof/trace.ts";
import { sampleStart } from "../../src/proof/sample.ts";
import { createScenario } from "../../src/proof/scenario.ts";
import { createWhole } from "../../src/proof/subject.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { beside, createRandom } from "../fuzz/random.ts";

const compiler = await createCompiler(".");
const { catalog } = compiler;
const NOTHING_GIVEN = { targets: undefined, parameters: [] } as const;

async function planText(text: string): Promise<Plan> {
  const host = createMemoryHost({ ...beside.files, "a.remedy": text });
  const { plans, diagnostics } = await planFile("a.remedy", { ...compiler, host }, NOTHING_GIVEN);
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  return (plans[0] as { readonly plan: Plan }).plan;
}

/** What a scenario says, without where it stands. */
function plain({ steps }: PlanScenario): unknown {
  return JSON.parse(JSON.stringify(steps, (key, value: unknown) => (["origin", "label", "type", "sid"].includes(key) ? undefined : value)));
}

/** What is read of a printed scenario. */
async function readBack(source: string, printed: readonly string[]): Promise<readonly unknown[]> {
  const host = createMemoryHost({ ...beside.files, "a.remedy": `${source}\n${printed.join("\n")}` });
  const { program, diagnostics } = await planFile("a.remedy", { ...compiler, host }, NOTHING_GIVEN);
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  return program.entry.declarations
    .flatMap((declaration) => (declaration.kind === "scenario" ? [lowerScenario(program, declaration)] : []))
    .slice(-printed.length)
    .map(plain);
}

describe.each([
  "examples/print-spooler.remedy",
  "examples/tls12-baseline.remedy",
  "examples/support-information.remedy",
  "examples/entra-provisioning-agent.remedy",
  "examples/intents/remote-desktop.remedy",
])("start states of %s", (path) => {
  test("are read back as they were written", async () => {
    const source = readFileSync(path, "utf8");
    const plan = await planText(source);
    const random = createRandom(7777);
    const scenarios = Array.from({ length: 20 }, (_, i) => {
      const subject = createWhole(plan, catalog, kindModels);
      const drawn = sampleStart(subject, random);
      if (!drawn) return [];
      const { run, start } = drawn;
      const counterexample: Counterexample = {
        property: "converges",
        promise: undefined,
        summary: "It is so.",
        node: undefined,
        start,
        variables: subject.context.variables,
        moves: [{ kind: "run", outcome: run.outcome, events: eventsOf(run) }, { kind: "restart" }],
      };
      return [createScenario(counterexample, plan, catalog, { title: `sample ${i}`, comments: ["It is so."], wish: {} })];
    }).flat();
    expect(scenarios.length).toBeGreaterThan(10);
    const read = await readBack(
      source,
      scenarios.map(({ text }) => text),
    );
    expect(read).toEqual(scenarios.map(({ scenario }) => plain(scenario)));
  });
});

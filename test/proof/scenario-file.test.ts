import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { planFile } from "../../src/compiler/compile.ts";
import { kindModels } from "../../src/generated/kind-models.ts";
import type { PropertyName } from "../../src/proof/properties.ts";
import { provePlan } from "../../src/proof/prove.ts";
import { isScenario } from "../../src/proof/refuting-scenario.ts";
import { renderScenarioFile, SCENARIO_FILE_BEGINS } from "../../src/proof/report/scenario-file.ts";
import type { ProvedFile, ScenarioFile } from "../../src/proof/report/scenario-file.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { compileRecipeText, startRecipeRunner } from "../simulator/recipe-support.ts";
import type { RecipeRunner } from "../simulator/recipe-support.ts";

const compiler = await createCompiler(".");
const TARGET = "intune.remediation";

interface Files {
  readonly [path: string]: string;
}

async function prove(path: string, files: Files, mayBeDisturbed = false, budget = 100_000): Promise<ProvedFile> {
  const options = { targets: [TARGET], parameters: [] } as const;
  const { plans, program, diagnostics } = await planFile(path, { ...compiler, host: createMemoryHost(files) }, options);
  const plan = plans[0]?.plan;
  if (!plan) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const { catalog, entry } = program;
  const proof = provePlan(plan, catalog, kindModels, { budget, mayBeDisturbed, prefers: (found) => isScenario(found, plan, catalog) });
  return { proof, catalog, entry };
}

const render = (proofs: readonly ProvedFile[]): ScenarioFile => renderScenarioFile(proofs, (path) => `./${path}`, []);

const remedy = (body: string, more = "", name = "sample"): string =>
  `remedy ${name} {\n  title: "Sample"\n  version: 1.0.0\n  targets: [${TARGET}]\n  step one "One" {\n${body}\n  }\n}\n${more}`;

const A = "registry_value('HKLM\\SOFTWARE\\A', \"A\")";
const B = "registry_value('HKLM\\SOFTWARE\\A', \"B\")";
const ORDER = `when service("Fax").state == running { ensure ${A} { data: 1 } } else { ensure ${A} { data: 2 } }\nensure service("Fax") { state: running }`;

/** A remedy that is refuted, and what of its scenario the real script does not do. */
const REFUTED: readonly (readonly [property: PropertyName, text: string, fails: RegExp])[] = [
  ["idempotent", remedy(ORDER), /the second fix changes nothing/],
  ["converges", remedy(`check "it is so" { ${A}.data == 2 } fix { ensure ${A} { data: 1 } }`), /expect fix succeeded: it came to failed/],
  [
    "nothing_undone",
    remedy(`ensure ${A} { data: 1 }\ncheck "it is so" { ${B}.data == 2 } fix {\nensure ${A} { data: 2 }\nensure ${B} { data: 2 }\n}`),
    /expect registry value HKLM/,
  ],
  [
    "promise",
    remedy(`ensure ${A} absent`, `promise "it stays" for sample {\n  given { ${A}.exists }\n  always { ${A}.exists }\n}\n`),
    /expect registry value HKLM/,
  ],
];

let runner: RecipeRunner;
beforeAll(async () => {
  runner = await startRecipeRunner();
});

async function failuresOf({ text }: ScenarioFile, files: Files): Promise<string> {
  const recipe = await compileRecipeText(text, files);
  const failures = await Promise.all(recipe.scenarios.map(({ title }) => runner.failuresOf(recipe, title, TARGET)));
  return failures.flat().join("\n");
}

describe("counterexamples as scenarios", () => {
  test.each(REFUTED)("%s: the scenario fails on the real script, and says what should be", async (property, text, fails) => {
    const files = { "a.remedy": text };
    const proved = await prove("a.remedy", files);
    expect(proved.proof.counterexamples.map((found) => found.property)).toContain(property);
    const only = {
      ...proved,
      proof: { ...proved.proof, counterexamples: proved.proof.counterexamples.filter((found) => found.property === property) },
    };
    const file = render([only]);
    expect([file.count, file.omitted]).toEqual([1, []]);
    expect(await failuresOf(file, files)).toMatch(fails);
  });

  test("the old Entra recipe: the agent that a stopped updater takes away is gone on the real script, too", async () => {
    const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
    const files = {
      "entra.remedy": read("recipes/entra-before.remedy").replace("../../../examples/parts/", "./"),
      "tls12.remedy": read("../../examples/parts/tls12.remedy"),
    };
    const proved = await prove("entra.remedy", files, false, 8_000);
    const counterexamples = proved.proof.counterexamples.filter(({ thing }) => thing?.label === "service AADConnectProvisioningAgent");
    const file = render([{ ...proved, proof: { ...proved.proof, counterexamples } }]);
    expect(file.count).toBe(1);
    expect(file.text).toMatch(/service\("AzureADConnectAgentUpdater"\) \{ state: stopped/);
    expect(await failuresOf(file, files)).toMatch(/expect service AADConnectProvisioningAgent: .* is not installed/);
  });

  test("what no scenario can do is said, and not written", async () => {
    const killed = `when ${A}.data == 1 {\nensure ${A} { data: 2 }\nensure ${B} { data: 2 }\n}\nrequire ${A}.data != 2 or ${B}.data == 2 else "It is half done."`;
    const file = render([await prove("a.remedy", { "a.remedy": remedy(killed) }, true)]);
    expect(file.omitted).toEqual(["sample: killed_anywhere: no scenario kills a run; 'remedyc test --faults' does"]);
    expect([file.count, file.text.split("\n")[0]?.startsWith(SCENARIO_FILE_BEGINS)]).toEqual([0, true]);
    expect(file.text).not.toContain("import");
  });

  test("what is accepted is not written; files that declare the same are not mixed", async () => {
    const accepting = remedy(`}\naccept idempotent because "two runs settle it"\nstep two "Two" {\n${ORDER}`);
    expect(render([await prove("a.remedy", { "a.remedy": accepting })]).count).toBe(0);
    const files = { "a.remedy": `let x = 1\n${remedy(ORDER)}`, "b.remedy": `let x = 1\n${remedy(ORDER, "", "other")}` };
    const file = render([await prove("a.remedy", files), await prove("b.remedy", files)]);
    expect(file.omitted).toEqual(["other: 'b.remedy' and 'a.remedy' both declare 'x'; write the scenarios of one into a file of its own"]);
    expect(file.text).toContain('import "./a.remedy"');
    expect(file.text).not.toContain("b.remedy");
  });
});

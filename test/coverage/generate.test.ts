import { afterAll, beforeAll, expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { planFile } from "../../src/compiler/compile.ts";
import { generateScenarios } from "../../src/coverage/generate/generate.ts";
import type { Generated } from "../../src/coverage/generate/generate.ts";
import { lowerScenario } from "../../src/plan/lower/scenario.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { compileRecipeText, deployRecipe, PROJECT, startRecipeWindows } from "../simulator/recipe-support.ts";
import type { RecipeWindows } from "../simulator/recipe-support.ts";

const compiler = await createCompiler(PROJECT);
let started: RecipeWindows;

beforeAll(async () => {
  started = await startRecipeWindows();
});
afterAll(() => {
  started.close();
});

async function generate(
  statements: string,
  { names = ["intune.remediation"], before = "" }: { readonly names?: readonly string[]; readonly before?: string } = {},
): Promise<Generated> {
  const text = `remedy small {\n title: "Small"\n version: 1.0.0\n targets: [${names.join(", ")}]\n ${before}\n step only "Only" {\n ${statements}\n }\n}\n`;
  const recipe = await compileRecipeText(text);
  const { windows, store } = started;
  const readBack = async (more: string) => {
    const host = createMemoryHost({ "a.remedy": `${text}\n${more}` });
    const { program } = await planFile("a.remedy", { ...compiler, host }, { targets: undefined, parameters: [] });
    return program.entry.declarations
      .flatMap((declaration) => (declaration.kind === "scenario" ? [lowerScenario(program, declaration)] : []))
      .at(-1);
  };
  const targets = names.map((name) => deployRecipe(recipe, name, store));
  const context = { windows, store, catalog: recipe.emit.catalog, emit: recipe.emit };
  return generateScenarios({ targets, reached: new Set(), titles: [], readBack }, context, 20_000);
}

test("a service gets scenarios that the compiled scripts pass, with what is given, what comes of it, and a name in words", async () => {
  const { scenarios, left } = await generate('ensure service("Contoso") { state: running }');
  expect(left).toEqual([]);
  const given = (what: string, ...expected: readonly string[]): string =>
    [`  given { service("Contoso") ${what} }`, ...expected.map((one) => `  expect ${one}`)].join("\n");
  const blocked = ["detect noncompliant", "fix blocked"];
  expect(scenarios.map(({ text }) => text.replace(/ for small/, ""))).toEqual(
    [
      `"all is as it should be" {\n${given("present", "detect compliant", "fix succeeded")}`,
      `"service Contoso is stopped" {\n${given("{ state: stopped }", "detect noncompliant", "fix succeeded", 'service("Contoso") { state: running }')}`,
      `"service Contoso: it does not exist" {\n${given("absent", ...blocked)}`,
      `"service Contoso: it is disabled" {\n${given("{ state: stopped, startup: disabled }", ...blocked)}`,
      `"service Contoso: a service that it depends on is missing" {\n${given('{ state: stopped, depends_on: ["ContosoMissing"] }', ...blocked)}`,
    ].map((text) => `scenario ${text}\n}\n`),
  );
});

test("branches are covered as well, and each scenario is called by what it is about", async () => {
  const { scenarios, left } = await generate(`require os.build >= 17763 else "Too old."
    when reboot.pending { ensure file('C:\\Contoso\\a.txt') absent }`);
  expect(left).toEqual([]);
  expect(scenarios.map(({ text }) => /scenario .(.*). for/.exec(text)?.[1])).toEqual([
    "nothing is wrong",
    "when reboot.pending holds",
    "Too old",
    "file C:\\Contoso\\a.txt is there, it should be absent",
    "file C:\\Contoso\\a.txt is absent: the script has no right to it",
  ]);
});

test("a thing that a parameter names has its blockers in each target, whether the target asks for the parameter or has it fixed", async () => {
  const { left } = await generate(`ensure service(name) { state: running }`, {
    names: ["standalone", "intune.remediation"],
    before: `param name: string = "Contoso"`,
  });
  expect(left).toEqual([]);
});

test("a size above a limit is one that a scenario can say", async () => {
  const { left, scenarios } = await generate(
    `check "it is small" { not directory('C:\\Contoso').exists or directory('C:\\Contoso').size <= 1GB } fix { clear directory('C:\\Contoso') }`,
  );
  expect(left).toEqual([]);
  expect(scenarios.some(({ text }) => text.includes("size: 1048577KB"))).toBe(true);
});

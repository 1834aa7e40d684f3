import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Coverage } from "../../src/coverage/coverage.ts";
import { toTestJson } from "../../src/simulator/reporters/json.ts";
import { renderJunit } from "../../src/simulator/reporters/junit.ts";
import { renderTap } from "../../src/simulator/reporters/tap.ts";
import { renderTestText } from "../../src/simulator/reporters/text.ts";
import type { ScenarioCheck, ScenarioResult } from "../../src/simulator/result.ts";
import { compileRecipeText, startRecipeRunner } from "./recipe-support.ts";
import type { CompiledRecipe, RecipeRunner } from "./recipe-support.ts";

const README = readFileSync(fileURLToPath(new URL("../../README.md", import.meta.url)), "utf8");

let runner: RecipeRunner;
let recipe: CompiledRecipe;
beforeAll(async () => {
  runner = await startRecipeRunner();
  const example = [...README.matchAll(/^```remedy\n([\s\S]*?)^```$/gm)]
    .map((found) => found[1] ?? "")
    .find((text) => text.includes("scenario"));
  recipe = await compileRecipeText(example ?? "");
});
afterAll(() => {
  runner.close();
});

test.each(["intune.remediation", "configmgr.baseline"])("the example of the README passes its scenario for %s", async (target) => {
  expect(recipe.scenarios).toHaveLength(1);
  for (const { title } of recipe.scenarios) expect(await runner.failuresOf(recipe, title, target)).toEqual([]);
});

const result = (target: ScenarioResult["target"], checks: readonly Partial<ScenarioCheck>[]): ScenarioResult => ({
  scenario: recipe.scenarios[0] as ScenarioResult["scenario"],
  target,
  checks: checks.map((check) => ({ name: "", place: undefined, passed: false, detail: "", difference: "", ...check })),
  milliseconds: 12.6,
  runs: 4,
  faults: undefined,
  reached: new Set(),
});

const coverage: Coverage = {
  remedy: "print_spooler",
  percent: 75,
  groups: { items: { covered: 2, all: 2 }, branches: { covered: 1, all: 1 }, blockers: { covered: 0, all: 1 } },
  uncovered: [
    { group: "blockers", text: "service Spooler: blocked, it is disabled", file: "a.remedy", line: 7, why: "no start state leads there" },
  ],
};

test("every form has what passed, what failed, the counts of faults, and the coverage", async () => {
  const faults = { effects: 2, faults: 7, survivors: ["kill-after at effect 2"] };
  const results = [
    { ...result("standalone", []), faults: { effects: 3, faults: 9, survivors: [] } },
    { ...result("standalone", [{ name: "expect fix succeeded", detail: "it came to failed" }]), faults },
  ];
  const { remedy, title } = results[0]?.scenario ?? {};
  const coverages = [{ ...coverage, remedy: remedy ?? "" }];
  const line = `coverage of ${remedy}: 75 % (items 2/2, branches 1/1, blockers 0/1)`;
  expect(renderTestText(results, coverages, false)).toMatch(
    new RegExp(`\\n1 scenario passed, 1 failed; 5 effects, 16 faults, 1 not survived\\n${line.replace(/[()]/g, "\\$&")}\\n$`),
  );
  expect(renderTestText(results, coverages, false, true)).toContain(
    `${line}\n  not covered: a.remedy:7 service Spooler: blocked, it is disabled (no start state leads there)\n`,
  );
  expect(renderTap(results, coverages)).toBe(
    `TAP version 14
1..2
ok 1 - ${remedy} (standalone): ${title}
not ok 2 - ${remedy} (standalone): ${title}
  ---
  failed:
    - "expect fix succeeded: it came to failed"
    - "kill-after at effect 2"
  ...
# 1 scenario passed, 1 failed; 5 effects, 16 faults, 1 not survived
# ${line}
`,
  );
  expect(await renderJunit(results, coverages)).toMatch(
    new RegExp(
      `<testsuite name="${remedy} \\(standalone\\)" tests="2" failures="1"[^>]*>\\s*<properties>\\s*<property name="effects" value="5"/>\\s*<property name="faults" value="16"/>\\s*<property name="survivors" value="1"/>\\s*<property name="coverage" value="75"/>\\s*<property name="items" value="2/2"/>[\\s\\S]*<failure message="expect fix succeeded">it came to failed</failure>`,
    ),
  );
  expect(toTestJson(results, coverages)).toMatchObject({
    passed: 1,
    failed: 1,
    faults: { effects: 5, faults: 16, survivors: ["kill-after at effect 2"] },
    coverage: coverages,
  });
});

test("the reason comes first, and what the machine changed is told once for several targets", () => {
  const detect = {
    name: "expect detect compliant",
    place: "a.remedy:9",
    detail: "it came to noncompliant: NONCOMPLIANT x 1.0.0 | 1 of 1: one: it is stopped",
  };
  const fix = {
    name: "expect fix succeeded",
    place: "a.remedy:10",
    detail: "it came to failed: FAILED x 1.0.0 | one: it ended",
    difference: "- a: 1\n+ a: 2",
  };
  const other = { ...fix, difference: "+ b: 1" };
  const text = renderTestText(
    [result("intune.remediation", [detect, fix]), result("configmgr.baseline", [fix]), result("standalone", [other])],
    [],
    false,
  );
  expect(text).toBe(`FAILED print_spooler (intune.remediation): a job is stuck since this morning (4 runs, 13 ms)
  one: it ended
  x expect detect compliant [a.remedy:9]
    it came to noncompliant: NONCOMPLIANT x 1.0.0 | 1 of 1: one: it is stopped
  x expect fix succeeded [a.remedy:10]
    it came to failed: FAILED x 1.0.0 | one: it ended
    - a: 1
    + a: 2
FAILED print_spooler (configmgr.baseline): a job is stuck since this morning (4 runs, 13 ms)
  x expect fix succeeded [a.remedy:10]
    it came to failed: FAILED x 1.0.0 | one: it ended
    (the same changes as for intune.remediation)
FAILED print_spooler (standalone): a job is stuck since this morning (4 runs, 13 ms)
  x expect fix succeeded [a.remedy:10]
    it came to failed: FAILED x 1.0.0 | one: it ended
    + b: 1
0 scenarios passed, 3 failed
`);
});

test("a discovery that answers with one word alone is explained", async () => {
  const text = `remedy runs {\n  title: "Runs"\n  version: 1.0.0\n  targets: [configmgr.baseline]\n  step one "One" { ensure service("Spooler") { state: running } }\n}
scenario "s" for runs {\n  given { service("Spooler") { state: stopped } }\n  expect detect compliant\n}\n`;
  const [failure] = await runner.failuresOf(await compileRecipeText(text), "s", "configmgr.baseline");
  expect(failure).toContain(
    "expect detect compliant: it came to noncompliant: NONCOMPLIANT runs 1.0.0 | 1 of 1: one: service Spooler is stopped",
  );
});

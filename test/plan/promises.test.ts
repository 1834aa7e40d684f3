import { expect, test } from "vitest";
import { planToJson } from "../../src/plan/json.ts";
import type { PlanPromise } from "../../src/plan/plan.ts";
import { tellPlan } from "../../src/plan/story.ts";
import { catalog } from "../checker/support.ts";
import { compileText, findText, planText } from "./support.ts";

const remedy = (more = "", targets = "standalone"): string => `remedy sample {
  title: "Sample"
  version: 1.0.0
  targets: [${targets}]
${more}  param strict: bool = true
  let product = package(version < 2.0, name matches '^P')
  step one "One" {
    require strict or not (any s in service(startup == manual): s.exists) else "x"
    each p in product { ensure p absent }
    ensure agent { state: running }
  }
}
let agent = service("Agent")
`;
const PROMISE = `promise "it stays" for sample {
  given { agent.state == running, strict }
  always {
    not (any s in service(startup == manual): s.state == stopped)
    agent.exists
  }
  finally { product.exists }
}
`;
const ACCEPT = '  accept nothing_left_broken because "on purpose"\n';

test("a promise stands in the plan, with the identities of the steps and its parameters", async () => {
  const plan = await planText(remedy(ACCEPT) + PROMISE);
  const [promise] = plan.promises;
  expect(promise?.title).toBe("it stays");
  const texts = (conditions: PlanPromise["given"] = []): string[] => conditions.map(({ text }) => text);
  expect(texts(promise?.given)).toEqual(["agent.state == running", "strict"]);
  expect(promise?.given[1]?.condition).toMatchObject({ kind: "parameter", name: "strict" });
  expect(texts(promise?.always)).toEqual(["not (any s in service(startup == manual): s.state == stopped)", "agent.exists"]);
  const [each, ensure] = plan.steps[0]?.body.slice(1) ?? [];
  const identities = (one: PlanPromise["given"] = []): string[] => one.flatMap(({ reads }) => reads.map(({ identity }) => identity));
  expect(identities(promise?.given)).toEqual([ensure?.kind === "ensure" ? ensure.resource.identity : ""]);
  expect(identities(promise?.finally)).toEqual(
    each?.kind === "each" && each.over.kind === "selection" ? [each.over.resource.identity] : [],
  );
  expect(plan.accepted).toMatchObject([{ property: "nothing_left_broken", reason: "on purpose" }]);
  expect(planToJson(plan)).toMatchObject({
    promises: [{ title: "it stays", origin: { span: { path: "main.remedy", start: { line: 15, column: 1 } } } }],
    accepted: [{ property: "nothing_left_broken", origin: { span: { start: { line: 5 } } } }],
  });
});

test("no byte of a script depends on a promise", async () => {
  const scripts = async (text: string): Promise<string[]> => {
    const { scripts: all, diagnostics } = await compileText(text);
    expect(diagnostics).toEqual([]);
    return all.map(({ script }) => script.text.replaceAll(/SHA-256 \w+/g, "SHA-256"));
  };
  const plain = await scripts(remedy("  // A line in its place.\n"));
  expect(plain.length).toBeGreaterThan(0);
  expect(await scripts(remedy(ACCEPT) + PROMISE)).toEqual(plain);
});

test("what the remedy does not name cannot be shown, and the nearest is told", async () => {
  const text = (condition: string): string => `${remedy()}promise "p" for sample { always { ${condition} } }`;
  expect(await findText(text('service("Agnet").exists'))).toEqual(['RMD4133 service("Agnet").exists']);
  expect(await findText(text("package(name matches '^P').exists"))).toEqual(["RMD4133 package(name matches '^P').exists"]);
  expect(await findText(text("os.build > 1 and agent.exists"))).toEqual(["RMD4133 os.build > 1 and agent.exists"]);
  expect(await findText(text("package(name matches '^P', version < 2.0).exists or service('AGENT').exists"))).toEqual([]);
  const { diagnostics } = await compileText(text('service("Agnet").exists'));
  expect(diagnostics[0]?.message).toMatch(/service Agnet.* It names service Agent\.$/);
});

test("what an uninstall script alone names is named, also where a target has none", async () => {
  const targets = "intune.win32, standalone";
  const text = `${remedy("  uninstall { ensure file('C:\\a.txt') absent }\n", targets)}promise "p" for sample { always { file('C:\\a.txt').exists } }`;
  expect(await findText(text, { target: "standalone" })).toEqual([]);
  expect(await findText(text, { target: "intune.win32" })).toEqual([]);
});

test("a story tells what is promised and what need not be so", async () => {
  const story = tellPlan([await planText(remedy(ACCEPT) + PROMISE)], catalog);
  expect(story).toContain(`
Promises
   it stays  [main.remedy:15]
      given: agent.state == running; strict
      always: not (any s in service(startup == manual): s.state == stopped); agent.exists
      finally: product.exists

Need not be so
   nothing left broken: on purpose  [main.remedy:5]
`);
});

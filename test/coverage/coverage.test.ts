import { expect, test } from "vitest";
import { measureCoverage } from "../../src/coverage/coverage.ts";
import { findCandidates } from "../../src/coverage/generate/candidates.ts";
import { chooseCover } from "../../src/coverage/generate/choose.ts";
import { listGoals } from "../../src/coverage/goals.ts";
import { observeRun } from "../../src/coverage/observe.ts";
import type { ItemRecord } from "../../src/coverage/observe.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { catalog } from "../checker/support.ts";
import { planText } from "../plan/support.ts";

/** Every kind of goal there is. */
const EVERY = `
  step first "First" {
    require os.build >= 17763 else "Too old."
    when service("Contoso").exists {
      ensure service("Contoso") { state: running }
    } else {
      ensure file('C:\\Contoso\\none.txt') { content: "none" }
    }
    check "the port is as wished" { registry_value('HKLM\\SOFTWARE\\Contoso', "Port").data == 8080 } fix {
      require not reboot.pending else "Windows is to restart first."
      ensure registry_value('HKLM\\SOFTWARE\\Contoso', "Port") { data: 8080 }
    }
    each tool in package(name matches '^Contoso Tool') {
      ensure tool absent
    }
    reboot when changed
  }
  step second "Second" when os.installation_type != server_core {
    ensure package("Contoso Agent") present else {
      ensure file('C:\\Contoso\\agent.txt') { content: "missing" }
    }
  }`;

const plan = await planText(EVERY);
const idOf = (label: RegExp): string => {
  const found = listGoals(plan).find(({ text, node }) => label.test(text) && "id" in node);
  return found && "id" in found.node ? found.node.id : "";
};

/** What runs reached, by the words of the goals: `records` of each as `id outcome`, with why behind a colon. */
function reached(of: Plan, ...records: readonly string[]): readonly string[] {
  const keys = observeRun(
    of,
    records.map((record): ItemRecord => {
      const [, id = "", outcome = "", why = ""] = /^(\S+) (\w+)(?:: (.*))?$/.exec(record) ?? [];
      return { id, outcome, why, label: why };
    }),
  );
  return listGoals(of).flatMap(({ key, text }) => (keys.has(key) ? [text] : []));
}

test("what a run wrote of its items says which goals it reached, and what it passed over", () => {
  const [require, service, file, check, tool, agent, inner] = [
    /^require/,
    /^service/,
    /none\.txt/,
    /^the port/,
    /^package <tool>/,
    /^package Contoso/,
    /agent\.txt/,
  ].map(idOf);
  expect(reached(plan, `${require} blocked: Too old.`)).toEqual([
    "require os.build >= 17763: does not hold",
    "step second when os.installation_type != server_core: does not hold",
  ]);
  expect(
    reached(plan, `${require} ok`, `${service} blocked: service Contoso is stopped: it is disabled; x`, `${check} fixed`, `${agent} ok`),
  ).toEqual([
    "require os.build >= 17763: holds",
    'when service("Contoso").exists: holds',
    "service Contoso: state running: blocked, it is disabled",
    "the port is as wished: fixed",
    "each tool in package(name matches '^Contoso Tool'): none",
    "reboot when changed: does not ask",
    "step second when os.installation_type != server_core: holds",
    "package Contoso Agent is present: found so",
  ]);
  const rebootId = listGoals(plan).find(({ text }) => text.startsWith("reboot"));
  const records = [`${require} ok`, `${file} ok`, `${check} blocked: x: Windows is to restart first.`, `${tool}[A] fixed`, `${tool}[B] ok`];
  expect(
    reached(plan, ...records, `${rebootId && "id" in rebootId.node ? rebootId.node.id : ""} restart`, `${inner} fixed`, `${agent} failed`),
  ).toEqual([
    "require os.build >= 17763: holds",
    'when service("Contoso").exists: does not hold',
    "file C:\\Contoso\\none.txt: content none: found so",
    "the port is as wished: its fix is held back, not not reboot.pending",
    "each tool in package(name matches '^Contoso Tool'): some",
    "package <tool> is absent: found so",
    "package <tool> is absent: fixed",
    "reboot when changed: asks",
    "step second when os.installation_type != server_core: holds",
    "package Contoso Agent is present: 'else' is walked",
    "file C:\\Contoso\\agent.txt: content missing: fixed",
  ]);
});

test("coverage counts each goal once over all targets, rounds down, and names what is missing with its line", async () => {
  const small = await planText(`step one "One" {\n    ensure service("Contoso") { state: running }\n  }`);
  const keys = listGoals(small).map(({ key }) => key);
  expect(measureCoverage([small, small], new Set(keys))).toMatchObject({ percent: 100, uncovered: [] });
  const { percent, groups, uncovered } = measureCoverage([small, small], new Set(keys.slice(0, 3)));
  expect([percent, groups]).toEqual([
    60,
    { items: { covered: 2, all: 2 }, branches: { covered: 0, all: 0 }, blockers: { covered: 1, all: 3 } },
  ]);
  expect(uncovered.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([
    "main.remedy:6 service Contoso: state running: blocked, it is disabled",
    "main.remedy:6 service Contoso: state running: blocked, a service that it depends on is missing",
  ]);
});

test("every kind of goal gets a start with little to give, or the reason why there is none", () => {
  const goals = listGoals(plan);
  const { candidates, without } = findCandidates(plan, catalog, goals, 20_000);
  const given = new Map(candidates.flatMap(({ goal, start }) => (goal ? [[goal.text, [...start.values()].length] as const] : [])));
  expect(without.map(({ goal, why }) => `${goal.text}: ${why}`)).toEqual([
    "service Contoso: state running: blocked, it does not exist: no start that was tried leads there",
    "package <tool> is absent: found so: no scenario can say what leads there",
    "package Contoso Agent is present: fixed: no start state that a proof tells apart leads there, parameters being what they are by default",
  ]);
  expect(Math.max(...given.values())).toBeLessThan(7);
  expect(given.get("require os.build >= 17763: does not hold")).toBe(1);
});

test("a cover takes what gives most for what it costs, until nothing is left", () => {
  const choice = (name: string, cost: number, ...covers: readonly string[]) => ({ name, cost, covers: new Set(covers) });
  const choices = [
    choice("all, dear", 9, "a", "b", "c"),
    choice("a and b", 1, "a", "b"),
    choice("b", 0, "b"),
    choice("c", 1, "c"),
    choice("d", 0, "d"),
  ];
  expect(chooseCover(choices, new Set(["a", "b", "c"])).map(({ name }) => name)).toEqual(["a and b", "c"]);
  expect(chooseCover(choices, new Set())).toEqual([]);
});

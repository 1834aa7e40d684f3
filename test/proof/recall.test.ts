import { expect, test } from "vitest";
import { kindModels } from "../../src/generated/kind-models.ts";
import { State } from "../../src/proof/state.ts";
import { createWhole } from "../../src/proof/subject.ts";
import { emptyMemory } from "../../src/proof/walk/memory.ts";
import { createSearch, each } from "../../src/proof/walk/walk.ts";
import { catalog } from "../checker/support.ts";
import { planText } from "../plan/support.ts";

test("a statement that parts ten thousand times is walked as far as the budget goes", async () => {
  const whole = createWhole(await planText('ensure service("A") { state: running }'), catalog, kindModels);
  const budget = { left: 5, room: 1e9 };
  const { context } = whole;
  const search = createSearch(whole, budget, new Map(), { joins: false });
  const start = { state: new State(context.space), memory: emptyMemory(context.memorySpace), trail: undefined };
  const ends = each("parts", [start], search, (walk) => {
    let taken = "";
    for (let i = 0; i < 10_000; i++) taken += String(walk.world.choices.choose(2));
    walk.memory.setNote("verdict", taken);
  });
  // The first choice first, the last one anew: as one would count.
  expect(ends.map(({ memory }) => memory.noteOf("verdict")?.slice(-4))).toEqual(["0000", "0001", "0010", "0011", "0100"]);
  expect([budget.left, search.ways]).toEqual([0, 5]);
});

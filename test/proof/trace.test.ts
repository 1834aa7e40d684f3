import { expect, test } from "vitest";
import { bool, showCell } from "../../src/proof/cell.ts";
import type { Cell } from "../../src/proof/cell.ts";
import type { ProofEvent } from "../../src/proof/context.ts";
import { Space, State } from "../../src/proof/state.ts";
import { trace } from "../../src/proof/trace.ts";
import { emptyMemory } from "../../src/proof/walk/memory.ts";
import type { Config } from "../../src/proof/walk/walk.ts";

const told = (by: string): readonly ProofEvent[] => [{ kind: "restart-asked", by }];

test("of ways that became one a machine is followed along its own, also where another knows less of it", () => {
  const space = new Space<Cell>(showCell);
  const memory = emptyMemory(new Space((value) => JSON.stringify(value)));
  const begin: Config = { state: new State(space), memory, trail: undefined };
  const reach = (by: string, value?: boolean): Config => {
    const state = new State(space);
    if (value !== undefined) state.set("a\u0000exists", bool(value));
    return { state, memory, trail: { kind: "way", events: told(by), changes: [], held: [], before: begin } };
  };
  const configs = [reach("nothing known"), reach("there", true), reach("missing", false)];
  const follow = (value: boolean) =>
    trace({ state: new State(space), trail: { kind: "joined", configs } }, [space.valueId(bool(value))]).events;
  expect(follow(true)).toEqual(told("there"));
  expect(follow(false)).toEqual(told("missing"));
});

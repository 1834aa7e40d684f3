import type { PlanExpression, PlanNode, PlanRequire } from "../../plan/plan.ts";
import { labelText } from "../../plan/lower/resources.ts";
import { isHolding } from "../evaluate.ts";
import { Unreadable } from "../world.ts";
import { itemOf, walkItem } from "./rule-01-item.ts";
import { findCause, isForecast, walkTogether } from "./rule-04-influence.ts";
import { walkReboot } from "./rule-07-restart.ts";
import { walkCheck, walkRoutine } from "./rule-08-no-loops.ts";
import { resumeStopped, walkWith } from "./rule-09-with.ts";
import { walkEach } from "./rule-10-each.ts";
import { walkElse } from "./rule-19-else.ts";
import { each, merge, nameOf, through } from "./walk.ts";
import type { Config, ProofNode, ProofStep, Search, Walk } from "./walk.ts";

type Configs = readonly Config[];

/** Walks all steps as a remediation does, on every way from each of these. */
export function remediate(steps: readonly ProofStep[], configs: Configs, search: Search): Configs {
  return each(
    "resume",
    steps.reduce((all, step) => walkStep(step, all, search), configs),
    search,
    resumeStopped,
  );
}

/** Semantics 4: a step with an item that failed or is blocked, or with a `reboot` that acts, halts the steps behind it. */
function walkStep(step: ProofStep, configs: Configs, search: Search): Configs {
  const halted = configs.filter(isHalted);
  const going = halted.length === 0 ? configs : configs.filter((config) => !isHalted(config));
  const guarded = through(`step ${step.name}`, going, search, (walk) => {
    walk.memory.step = step.name;
    walk.memory.bad = "";
    return !step.guard || holdsGuard(step.guard.condition, `when ${step.guard.text}`, undefined, walk) === true;
  });
  const walked = walkBlock(step.body, guarded.get(true) ?? [], search);
  return each("end of step", merge(search, walked, guarded.get(false) ?? [], halted), search, ({ memory }) => {
    if (memory.halt === "") memory.halt = memory.bad;
    memory.bad = "";
    memory.forgetOutcomes();
  });
}

/** Walks a block: from the first removal of what comes again all is looked at before; a false `require` leaves the rest. */
function walkBlock(nodes: readonly ProofNode[], configs: Configs, search: Search): Configs {
  const removal = nodes.findIndex((node) => node.kind !== "foreign" && search.context.removals.has(node));
  if (removal < 0 || configs.every(({ memory }) => memory.preview !== undefined)) return walkStatements(nodes, configs, search);
  const { left, rest } = walkUntil(nodes.slice(0, removal), configs, search);
  return merge(
    search,
    left,
    walkTogether(rest, search, (all) => walkStatements(nodes.slice(removal), all, search)),
  );
}

function walkStatements(nodes: readonly ProofNode[], configs: Configs, search: Search): Configs {
  const { left, rest } = walkUntil(nodes, configs, search);
  return merge(search, left, rest);
}

const isHalted = ({ memory }: Config): boolean => memory.halt !== "" && memory.preview === undefined;

/** `left`: those on which a `require` was false. */
function walkUntil(nodes: readonly ProofNode[], configs: Configs, search: Search): { readonly left: Configs; readonly rest: Configs } {
  const left: Configs[] = [];
  let rest = configs;
  for (const node of nodes) {
    // Behind a halt all is tested and told, and nothing changed: nothing comes of it.
    const halted = rest.filter(isHalted);
    left.push(halted);
    rest = halted.length === 0 ? rest : rest.filter((config) => !isHalted(config));
    if (rest.length === 0) break;
    const { leaves, stays } = walkStatement(node, rest, search);
    left.push(leaves);
    rest = stays;
  }
  return { left: merge(search, ...left), rest };
}

function walkStatement(node: ProofNode, configs: Configs, search: Search): { readonly leaves: Configs; readonly stays: Configs } {
  const name = nameOf(node);
  const one = (statement: (walk: Walk) => void): { readonly leaves: Configs; readonly stays: Configs } => ({
    leaves: [],
    stays: each(name, configs, search, statement),
  });
  const both = (statement: (walk: Walk) => boolean): { readonly leaves: Configs; readonly stays: Configs } => {
    const ways = through(name, configs, search, statement);
    return { leaves: ways.get(false) ?? [], stays: ways.get(true) ?? [] };
  };
  const inner = (nodes: readonly PlanNode[]) => (all: Configs) => walkBlock(nodes, all, search);
  switch (node.kind) {
    case "require":
      return both((walk) => walkRequire(node, walk));
    case "ensure": {
      const ways = through(name, configs, search, (walk) => {
        walkItem(itemOf(node, walk), walk);
        return walk.memory.pending !== "";
      });
      return {
        leaves: [],
        stays: merge(search, ways.get(false) ?? [], walkElse(node, ways.get(true) ?? [], search, inner(node.otherwise))),
      };
    }
    case "check":
      return one((walk) => walkCheck(node, walk));
    case "routine":
      return one((walk) => walkRoutine(node, walk));
    case "reboot":
      return one((walk) => walkReboot(node, walk));
    case "when": {
      const ways = through(name, configs, search, (walk) => holdsGuard(node.guard.condition, `when ${node.guard.text}`, node, walk));
      return {
        leaves: [],
        stays: merge(
          search,
          inner(node.body)(ways.get(true) ?? []),
          inner(node.otherwise)(ways.get(false) ?? []),
          ways.get(undefined) ?? [],
        ),
      };
    }
    case "each":
      return { leaves: [], stays: walkEach(node, configs, search, inner(node.body)) };
    case "with":
      return { leaves: [], stays: walkWith(node, configs, search, inner(node.body)) };
    case "warn":
      return { leaves: [], stays: configs };
    case "foreign":
      return both((walk) => walkForeign(node.mayBlock, walk));
    default:
      return node satisfies never;
  }
}

/** Semantics 2 and 4: what a `require` blocks is the rest of its own block; behind what is not done yet it waits. */
function walkRequire(node: PlanRequire, walk: Walk): boolean {
  const label = `require ${node.guard.text}`;
  if (isForecast(node, node.id, label, walk)) return true;
  let why = labelText(node.message);
  try {
    if (isHolding(node.guard.condition, walk)) {
      walk.record(node, node.id, label, "ok");
      return true;
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    why = error.message;
  }
  const behind = walk.memory.halt || findCause(node, walk);
  walk.record(node, node.id, label, behind === "" ? "blocked" : "waiting", why, behind);
  return false;
}

/** Whether a guard holds; undefined where it cannot be read (Semantics 3), or nobody can know yet. */
function holdsGuard(condition: PlanExpression, text: string, node: PlanNode | undefined, walk: Walk): boolean | undefined {
  const { step } = walk.memory;
  if (node && isForecast(node, step, text, walk)) return undefined;
  try {
    return isHolding(condition, walk);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    walk.record(node, step, text, "blocked", error.message);
    return undefined;
  }
}

/** Something else of the remedy fails or is blocked: what stands behind its step waits, and behind a `require` the rest of the block. */
function walkForeign(mayBlock: boolean, walk: Walk): boolean {
  if (!walk.world.disturb("halted", "something else of the remedy fails, or is blocked", walk.memory.step, undefined)) return true;
  walk.record(undefined, walk.memory.step, "something else of the remedy", "failed");
  return !(mayBlock && walk.world.choices.choose(2) === 1);
}

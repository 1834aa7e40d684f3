import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Plan, PlanEnsure, PlanNode, PlanResource } from "../../plan/plan.ts";
import { collectEnsures } from "../../plan/provides.ts";
import { findBroughtAgain } from "../../plan/removals.ts";
import type { Rule } from "../rule.ts";
import { knownText } from "../texts.ts";

/**
 * Something is removed that a later installer brings again, and nothing has looked at the installer by then. What follows a removal in its own block is looked at first by the script itself
 * (Semantics 4), unless it stands under a guard that reads what is removed; a `require` in front that reads the installer's file does it as well.
 */
export const rule: Rule = {
  name: "unverified-removal",
  code: "RMD6034",
  createPlanVisitor: ({ report }) => ({
    plan: (plan) => {
      const ensures = collectEnsures(plan.steps);
      const again = findBroughtAgain(ensures);
      if (again.size === 0) return;
      const places = findPlaces(plan);
      for (const removal of again) {
        const bringers = ensures.slice(ensures.indexOf(removal) + 1).filter((ensure) => brings(ensure, removal.resource));
        const sources = bringers.flatMap((ensure) => sourceOf(ensure, plan) ?? []);
        const isLookedAt =
          bringers.some((ensure) => isInRest(places.get(ensure) ?? [], places.get(removal) ?? [], removal)) ||
          sources.length < bringers.length ||
          isRequired(places, removal, sources, plan);
        const [source] = sources;
        if (isLookedAt || source === undefined) continue;
        const related = bringers.slice(0, 1).map(({ origin }) => ({ message: "what brings it again", span: origin.span }));
        report(createDiagnostic("RMD6034", removal.origin.span, { what: removal.resource.label, source }, { related }));
      }
    },
  }),
};

/** A block around a node, and the node of it that leads there. */
interface Place {
  readonly block: readonly PlanNode[];
  readonly index: number;
}

/** Of every `ensure` and `require` the blocks around it, outermost first. */
function findPlaces(plan: Plan): ReadonlyMap<PlanNode, readonly Place[]> {
  const places = new Map<PlanNode, readonly Place[]>();
  const visit = (block: readonly PlanNode[], around: readonly Place[]): void =>
    block.forEach((node, index) => {
      const here = [...around, { block, index }];
      places.set(node, here);
      if (node.kind === "ensure") visit(node.otherwise, here);
      else if (node.kind === "when" || node.kind === "each" || node.kind === "with") visit(node.body, here);
      if (node.kind === "when") visit(node.otherwise, here);
    });
  for (const step of plan.steps) visit(step.body, []);
  return places;
}

function brings({ presence, resource, provides }: PlanEnsure, { identity }: PlanResource): boolean {
  return presence === "present" && [resource, ...provides].some((each) => each.identity === identity);
}

/** Where it installs from, as far as that is known; undefined where it has no source on the device: what an app carries was looked at by the build. */
function sourceOf({ means }: PlanEnsure, plan: Plan): string | undefined {
  const source = means.find(({ name, address }) => name === "source" && !address);
  return source && knownText(source.value, plan, "?");
}

/** Whether a node stands behind the removal in the removal's own block, and under no guard that reads what is removed. */
function isInRest(bringer: readonly Place[], removal: readonly Place[], { resource }: PlanEnsure): boolean {
  // The block that holds both; what lies deeper on the removal's side is a block that ends before the other one comes.
  const shared = removal.findLastIndex(({ block }, i) => bringer[i]?.block === block);
  if (shared < 0) return false;
  const reads = (node: PlanNode | undefined): boolean =>
    node?.kind === "when" && node.guard.reads.some(({ identity }) => identity === resource.identity);
  return !bringer.slice(shared, -1).some(({ block, index }) => reads(block[index]));
}

/** Whether a `require` in front of the removal, in one of the blocks around it, reads the file of an installer. */
function isRequired(places: ReadonlyMap<PlanNode, readonly Place[]>, removal: PlanEnsure, sources: readonly string[], plan: Plan): boolean {
  const wanted = sources.map((source) => source.toLowerCase());
  return (places.get(removal) ?? []).some(({ block, index }) =>
    block
      .slice(0, index)
      .some(
        (node) =>
          node.kind === "require" &&
          node.guard.reads.some(
            (read) =>
              read.kind === "named" &&
              read.resourceKind === "file" &&
              read.keys.some(({ value }) => wanted.includes((knownText(value, plan, "?") ?? "").toLowerCase())),
          ),
      ),
  );
}

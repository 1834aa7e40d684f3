import type { Value } from "../checker/value.ts";
import type { Plan, PlanExpression, PlanResource } from "../plan/plan.ts";
import type { GivenItem, GivenProperty } from "../plan/scenario.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { equalCells, isTrue, variableOf } from "./cell.ts";
import type { Cell } from "./cell.ts";
import type { Counterexample } from "./counterexample.ts";
import { nameIt } from "./given-start.ts";
import { PROPERTY_CODES } from "./properties.ts";
import { createScenario } from "./scenario.ts";
import type { ProofScenario, Wish } from "./scenario.ts";

/** What a counterexample is as a scenario, or why it is none. */
export type RefutingScenario = ProofScenario | { readonly why: string };

/**
 * A scenario that tells the story of a counterexample, and expects what should be instead: it fails until the remedy is mended. What `remedyc test` asserts of every run (a second one changes
 * nothing, a detection says what the fix finds) need not be expected.
 */
export function createRefutingScenario(counterexample: Counterexample, plan: Plan, catalog: Catalog): RefutingScenario {
  const { property, promise, summary, moves } = counterexample;
  if (property === "bounded") return { why: "no scenario tells how often a fix is tried in a day" };
  if (moves.some((move) => move.kind === "run" && move.outcome === "killed"))
    return { why: "no scenario kills a run; 'remedyc test --faults' does" };
  const wish = findWish(counterexample, plan, catalog);
  if (!wish)
    return { why: promise === undefined ? "no scenario can name what is not as it should be" : "what is broken no scenario can expect" };
  const about = counterexample.thing ? `: ${counterexample.thing.label}` : "";
  const scenario = createScenario(counterexample, plan, catalog, {
    title: promise ?? `${property.replaceAll("_", " ")}${about}`,
    comments: [`${PROPERTY_CODES[property]}: ${promise === undefined ? summary : "a promise is broken"}.`],
    wish,
  });
  const [unmade] = scenario.unmade;
  return unmade === undefined ? scenario : { why: `no scenario makes this go wrong: ${unmade}` };
}

/** Whether a scenario tells all of a counterexample. */
export function isScenario(counterexample: Counterexample, plan: Plan, catalog: Catalog): boolean {
  const made = createRefutingScenario(counterexample, plan, catalog);
  return !("why" in made) && made.omitted.length === 0;
}

/** What should be, where a property does not hold; undefined where no scenario can expect it. */
function findWish(counterexample: Counterexample, plan: Plan, catalog: Catalog): Wish | undefined {
  const { property, thing, node, moves } = counterexample;
  const end = new End(counterexample, plan, catalog);
  const last = moves.at(-1);
  switch (property) {
    case "converges": {
      // What one run does and the next one takes back: that a second run changes nothing is asserted anyway.
      const isRest = last?.kind === "run" && (last.outcome === "fixed" || last.outcome === "compliant");
      return isRest ? {} : { outcome: "succeeded" };
    }
    case "idempotent":
      return {};
    case "detection_agrees": {
      if (last?.kind !== "run") return undefined;
      const acts = last.outcome === "fixed" || last.events.some(({ kind }) => kind === "change");
      return { detection: acts || last.outcome === "restart" || last.outcome === "failed" ? "noncompliant" : last.outcome };
    }
    case "nothing_undone": {
      const states = node?.kind === "ensure" ? end.expect(node.resource, node.presence, node.states) : undefined;
      return states && { states: [states] };
    }
    case "nothing_left_broken": {
      const states = thing && end.asAtStart(thing);
      return states && { states: [states] };
    }
    case "promise": {
      const { always = [], finally: atEnd = [] } = plan.promises.find(({ title }) => title === counterexample.promise) ?? {};
      const states = [...always, ...atEnd].flatMap(({ condition }) => end.missing(condition));
      return states.length > 0 ? { states } : undefined;
    }
    case "bounded":
    case "killed_anywhere":
      return undefined;
    default:
      return property satisfies never;
  }
}

/** A machine at the end of a counterexample, and how things would have to be there instead. */
class End {
  readonly #found: Counterexample;
  readonly #plan: Plan;
  readonly #catalog: Catalog;
  readonly #cells = new Map<string, Cell>();

  constructor(found: Counterexample, plan: Plan, catalog: Catalog) {
    this.#found = found;
    this.#plan = plan;
    this.#catalog = catalog;
    for (const event of found.moves.flatMap((move) => (move.kind === "run" ? move.events : []))) {
      if (event.kind === "start" || event.kind === "turned-out") this.#cells.set(event.variable, event.value);
      else if (event.kind === "change") this.#cells.set(event.variable, event.to);
    }
  }

  /** What is expected of a thing; undefined where a scenario cannot name it, or a value is known on the device alone. */
  expect(
    resource: PlanResource,
    presence: GivenItem["presence"],
    states: readonly { readonly name: string; readonly value: PlanExpression }[] = [],
  ): GivenItem | undefined {
    const { origin } = this.#plan.remedy;
    const kind = this.#catalog.kinds[resource.resourceKind];
    const named = kind && nameIt(resource, kind, this.#found.start, this.#plan);
    if (!kind || !named) return undefined;
    const properties: GivenProperty[] = [];
    for (const { name, value } of states) {
      const type = kind.properties.find((property) => property.name === name)?.type;
      if (value.kind !== "constant" || !type) return undefined;
      properties.push({ name, type, value: value.value, arguments: [], origin });
    }
    return { resource: named.resource, presence, properties, origin };
  }

  /** A thing as it was at the start, in what is otherwise now. */
  asAtStart(thing: PlanResource): GivenItem | undefined {
    const kind = this.#catalog.kinds[thing.resourceKind];
    const changed = this.#found.start.filter(({ resource, property, value }) => {
      const now = resource?.identity === thing.identity ? this.#cells.get(variableOf(thing.identity, property)) : undefined;
      const isState = kind?.properties.some(({ name, role }) => name === property && role === "state") === true;
      return isState && now !== undefined && (this.#isGone(thing) ? property === "state" : !equalCells(now, value));
    });
    return this.expect(
      thing,
      "present",
      changed.map(({ property, value }) => ({ name: property, value: constant(value) })),
    );
  }

  /** What a condition asks for and what is not so: of several that must hold each by itself. */
  missing(condition: PlanExpression): readonly GivenItem[] {
    const list = (item: GivenItem | undefined): readonly GivenItem[] => (item ? [item] : []);
    switch (condition.kind) {
      case "and":
        return [...this.missing(condition.left), ...this.missing(condition.right)];
      case "exists":
        return this.#isGone(condition.resource) ? list(this.expect(condition.resource, "present")) : [];
      case "not": {
        const { operand } = condition;
        if (operand.kind !== "exists" || !isTrue(this.#cells.get(variableOf(operand.resource.identity, "exists")))) return [];
        return list(this.expect(operand.resource, "absent"));
      }
      case "compare": {
        const { left, right, operator } = condition;
        if (operator !== "==" || left.kind !== "read" || right.kind !== "constant") return [];
        const now = this.#cells.get(variableOf(left.resource.identity, left.property));
        const isSo = !this.#isGone(left.resource) && now !== undefined && equalCells(now, right.value);
        return isSo ? [] : list(this.expect(left.resource, "present", [{ name: left.property, value: right }]));
      }
      default:
        return [];
    }
  }

  #isGone({ identity }: PlanResource): boolean {
    const exists = this.#cells.get(variableOf(identity, "exists"));
    return exists !== undefined && !isTrue(exists);
  }
}

function constant(value: Value): PlanExpression {
  return { kind: "constant", value, type: undefined };
}

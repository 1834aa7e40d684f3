import type { CheckedProgram } from "../../checker/checked-program.ts";
import type { Value } from "../../checker/value.ts";
import type { CatalogType } from "../../resources/catalog/model.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { StateNode } from "../../syntax/file.ts";
import type { ExpectOutcomeNode, GivenValueNode, Scenario, ScenarioStep } from "../../syntax/scenarios.ts";
import type { PlanNamedResource } from "../plan.ts";
import type { GivenItem, GivenProperty, PlanScenario, ScenarioPlanStep } from "../scenario.ts";
import { originOf } from "./environment.ts";
import type { Environment } from "./environment.ts";
import { lowerResource, lowerValueExpression } from "./expressions.ts";
import { spreadKeys } from "./resources.ts";

/** Lowers a scenario of a program without errors. Everything in it is constant; the checker has seen to that. */
export function lowerScenario(program: CheckedProgram, scenario: Scenario): PlanScenario {
  const environment: Environment = {
    session: {
      program,
      fixed: new Map(),
      carriesFiles: false,
      diagnostics: [],
      variables: new Set(),
      counter: { step: "scenario", item: 0 },
      work: { done: 0, ofArguments: new WeakMap() },
    },
    bindings: new Map(),
    via: [],
  };
  const title = constantValue(scenario.title, { kind: "string" }, environment);
  return {
    title: title.kind === "string" ? title.value : "",
    remedy: scenario.remedy.text,
    steps: scenario.steps.flatMap((step) => lowerScenarioStep(step, environment)),
    origin: originOf(scenario.span, environment),
  };
}

function lowerScenarioStep(step: ScenarioStep, environment: Environment): ScenarioPlanStep | ScenarioPlanStep[] {
  const origin = originOf(step.span, environment);
  switch (step.kind) {
    case "given":
      return {
        kind: "given",
        items: step.items.flatMap((item) => (item.kind === "state" ? lowerState(item, environment) : lowerGivenValue(item, environment))),
        origin,
      };
    case "expect-outcome":
      return { kind: "expect-outcome", run: step.run, outcome: step.outcome.text, reason: lowerReason(step, environment), origin };
    case "expect-state":
      return lowerState(step.state, environment).map((state) => ({ kind: "expect-state", state, origin }));
    case "restart":
      return { kind: "restart", origin };
    default:
      return step satisfies never;
  }
}

function lowerReason({ reason }: ExpectOutcomeNode, environment: Environment): string | undefined {
  const value = reason && constantValue(reason, { kind: "string" }, environment);
  return value?.kind === "string" ? value.value : undefined;
}

function lowerState(state: StateNode, environment: Environment): GivenItem[] {
  return namedResources(state.resource, environment).map((resource) => ({
    resource,
    presence: state.presence ?? "present",
    properties: state.entries.map((entry): GivenProperty => {
      const type = environment.session.program.entries.get(entry)?.type;
      return {
        name: entry.name.text,
        type,
        value: constantValue(entry.value, type, environment),
        arguments: [],
        origin: originOf(entry.span, environment),
      };
    }),
    origin: originOf(state.span, environment),
  }));
}

/** `os.build: 17763`, `service("x").state: stopped`, `network.can_connect("host", 443): false`. */
function lowerGivenValue(item: GivenValueNode, environment: Environment): GivenItem[] {
  const { resolutions } = environment.session.program;
  const target = item.target.kind === "member" || item.target.kind === "call" ? resolutions.get(item.target) : undefined;
  if (target?.kind !== "property" && target?.kind !== "query") throw new Error("a given value has no property");
  const name = target.kind === "query" ? target.query.name : target.property === "exists" ? "exists" : target.property.name;
  const type: CatalogType =
    target.kind === "query" ? target.query.type : target.property === "exists" ? { kind: "bool" } : target.property.type;
  const args =
    target.kind === "query"
      ? [...target.arguments].map(([parameter, argument]) => ({
          name: parameter.name,
          value: constantValue(argument, parameter.type, environment),
        }))
      : [];
  const origin = originOf(item.span, environment);
  return namedResources(target.object, environment).map((resource) => ({
    resource,
    presence: "present",
    properties: [{ name, type, value: constantValue(item.value, type, environment), arguments: args, origin }],
    origin,
  }));
}

function namedResources(expression: Expression, environment: Environment): PlanNamedResource[] {
  return spreadKeys(lowerResource(expression, environment), environment).map((resource) => {
    if (resource.kind !== "named") throw new Error("a scenario has no loops");
    return resource;
  });
}

function constantValue(expression: Expression, type: CatalogType | undefined, environment: Environment): Value {
  const lowered = lowerValueExpression(expression, type, environment);
  if (lowered.kind === "constant") return lowered.value;
  throw new Error("a scenario's value is not constant");
}

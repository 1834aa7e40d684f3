import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { ImportNode, RemedyNode } from "../syntax/file.ts";
import type { PromiseNode } from "../syntax/promises.ts";
import type { Scenario } from "../syntax/scenarios.ts";
import { bindExpression } from "./bind-expressions.ts";
import { bindState } from "./bind-statements.ts";
import { reportTwiceImported } from "./context.ts";
import type { BindContext, BindPlace } from "./context.ts";
import { suggestName } from "./did-you-mean.ts";
import type { Scope } from "./scope.ts";

/** A remedy of a file that another one imports. */
export interface ImportedRemedy {
  readonly remedy: RemedyNode;
  readonly by: ImportNode;
}

/**
 * Binds a scenario to a remedy of its file, or else of one that this imports. It names the machine in its own words: of names it sees those of the file only.
 */
export function bindScenario(
  context: BindContext,
  place: BindPlace,
  fileScope: Scope,
  scenario: Scenario,
  remedies: ReadonlyMap<string, RemedyNode>,
  imported: readonly ImportedRemedy[],
): void {
  const { text } = scenario.remedy;
  const [first, ...others] = remedies.has(text) ? [] : imported.filter(({ remedy }) => remedy.name.text === text);
  const second = others.find(({ remedy }) => remedy !== first?.remedy);
  if (first && second && !context.collidingImports.has(second.by))
    reportTwiceImported(context, { what: "remedy", name: text }, second.by, first.by);
  if (first) context.remedies.set(scenario, first.remedy);
  // What an import that failed would have brought nobody knows.
  else if (place.complete || remedies.has(text))
    bindRemedyOf(context, scenario, remedies, [...remedies.keys(), ...imported.map(({ remedy }) => remedy.name.text)]);
  bindExpression(context, place, fileScope, scenario.title);
  for (const step of scenario.steps) {
    switch (step.kind) {
      case "given":
        for (const item of step.items) {
          if (item.kind === "state") {
            bindState(context, place, fileScope, item);
          } else {
            bindExpression(context, place, fileScope, item.target);
            bindExpression(context, place, fileScope, item.value);
          }
        }
        break;
      case "expect-state":
        bindState(context, place, fileScope, step.state);
        break;
      case "expect-outcome":
        if (step.reason) bindExpression(context, place, fileScope, step.reason);
        break;
      case "restart":
        break;
      default:
        step satisfies never;
    }
  }
}

/** Joins a scenario or a promise to the remedy that it names; `known` are the names that may have been meant. */
export function bindRemedyOf(
  context: BindContext,
  node: Scenario | PromiseNode,
  remedies: ReadonlyMap<string, RemedyNode>,
  known: Iterable<string> = remedies.keys(),
): RemedyNode | undefined {
  const name = node.remedy;
  const remedy = remedies.get(name.text);
  if (remedy) {
    context.remedies.set(node, remedy);
  } else if (name.text !== "") {
    const place = node.kind === "scenario" ? "in the file of its remedy, or in one that imports that" : "in the file of its remedy";
    const { hint, details } = suggestName(name.text, known, name.span, ` A ${node.kind} stands ${place}.`);
    context.diagnostics.push(createDiagnostic("RMD2001", name.span, { kind: "remedy", name: name.text, hint }, details));
  }
  return remedy;
}

import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { RemedyNode } from "../syntax/file.ts";
import type { PromiseNode } from "../syntax/promises.ts";
import type { Scenario } from "../syntax/scenarios.ts";
import { bindExpression } from "./bind-expressions.ts";
import { bindState } from "./bind-statements.ts";
import type { BindContext, BindPlace } from "./context.ts";
import { suggestName } from "./did-you-mean.ts";
import type { Scope } from "./scope.ts";

/** Binds a scenario to a remedy of its file. It names the machine in its own words: of names it sees those of the file only. */
export function bindScenario(
  context: BindContext,
  place: BindPlace,
  fileScope: Scope,
  scenario: Scenario,
  remedies: ReadonlyMap<string, RemedyNode>,
): void {
  bindRemedyOf(context, scenario, remedies);
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

/** Joins a scenario or a promise to the remedy that it names, which stands in its file. */
export function bindRemedyOf(
  context: BindContext,
  node: Scenario | PromiseNode,
  remedies: ReadonlyMap<string, RemedyNode>,
): RemedyNode | undefined {
  const name = node.remedy;
  const remedy = remedies.get(name.text);
  if (remedy) {
    context.remedies.set(node, remedy);
  } else if (name.text !== "") {
    const { hint, details } = suggestName(name.text, remedies.keys(), name.span, ` A ${node.kind} stands in the file of its remedy.`);
    context.diagnostics.push(createDiagnostic("RMD2001", name.span, { kind: "remedy", name: name.text, hint }, details));
  }
  return remedy;
}

import { showValue } from "../../checker/values.ts";
import type { StringExpression } from "../../syntax/expressions.ts";
import type { RemedyNode } from "../../syntax/file.ts";
import { provableProperties } from "../../syntax/promises.ts";
import type { PromiseNode, PromiseTime } from "../../syntax/promises.ts";
import type { PlanAccepted, PlanCondition, PlanPromise } from "../plan.ts";
import { originOf } from "./environment.ts";
import type { Environment } from "./environment.ts";
import { lowerValueExpression } from "./expressions.ts";
import { lowerGuard } from "./statements.ts";

/** The promises for a remedy, in source order. To be lowered behind its steps, whose names they must not change. */
export function lowerPromises(remedy: RemedyNode, outer: Environment): PlanPromise[] {
  const { program } = outer.session;
  const environment = { ...outer, session: { ...outer.session, counter: { step: "promise", item: 0 } } };
  return program.entry.declarations.flatMap((node) =>
    node.kind === "promise" && node.remedy.text === remedy.name.text ? [lowerPromise(node, environment)] : [],
  );
}

function lowerPromise(node: PromiseNode, environment: Environment): PlanPromise {
  const conditionsOf = (time: PromiseTime): PlanCondition[] =>
    node.blocks
      .filter((block) => block.time === time)
      .flatMap(({ conditions }) =>
        conditions.map((condition) => ({ ...lowerGuard(condition, environment), origin: originOf(condition.span, environment) })),
      );
  return {
    title: lowerText(node.title, environment),
    given: conditionsOf("given"),
    always: conditionsOf("always"),
    finally: conditionsOf("finally"),
    origin: originOf(node.span, environment),
  };
}

/** The properties that a remedy accepts not to have. */
export function lowerAccepted(remedy: RemedyNode, environment: Environment): PlanAccepted[] {
  return remedy.members.flatMap((member) => {
    const property = member.kind === "accept" ? provableProperties.find((name) => name === member.property.text) : undefined;
    if (member.kind !== "accept" || !property) return [];
    return [{ property, reason: lowerText(member.reason, environment), origin: originOf(member.span, environment) }];
  });
}

/** A text that is known when compiling; the checker has seen to that. */
function lowerText(text: StringExpression, environment: Environment): string {
  const lowered = lowerValueExpression(text, { kind: "string" }, environment);
  return lowered.kind === "constant" ? showValue(lowered.value) : "";
}

import { listChoices, suggestOf } from "../../binder/did-you-mean.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Expression, StringExpression } from "../../syntax/expressions.ts";
import type { StateNode } from "../../syntax/file.ts";
import { outcomes } from "../../syntax/scenarios.ts";
import type { ExpectOutcomeNode, GivenValueNode, Scenario } from "../../syntax/scenarios.ts";
import { findConstantText } from "../constant-text.ts";
import { report, reportLack } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { checkGivenAccounts } from "./given-accounts.ts";
import { checkExpression } from "../expressions/check-expression.ts";
import { expectType } from "../expressions/expect-type.ts";
import { foldExpression } from "../fold.ts";
import { guardCrash } from "../guard-crash.ts";
import { createPlace } from "../place.ts";
import type { Place } from "../place.ts";
import { checkState } from "../statements/states.ts";
import type { Type } from "../type.ts";
import { makeOptional, stringType, stripOptional } from "../types/operations.ts";

/** Checks a scenario: things that exist, values that fit, outcomes that are known, and something that is expected. A scenario's hive is whoever's. */
export function checkScenario(context: CheckContext, scenario: Scenario): void {
  const place = createPlace("scenario", { kind: "user" });
  expectType(context, place, scenario.title, stringType);
  let expects = 0;
  for (const step of scenario.steps) {
    guardCrash(context, step.span, () => {
      switch (step.kind) {
        case "given":
          for (const item of step.items) {
            if (item.kind === "state") checkScenarioState(context, place, item, "given");
            else checkGivenValue(context, place, item);
          }
          break;
        case "expect-outcome":
          checkOutcome(context, step);
          if (step.reason) checkReason(context, place, step.reason);
          break;
        case "expect-state":
          checkScenarioState(context, place, step.state, "expect");
          break;
        case "restart":
          break;
        default:
          step satisfies never;
      }
    });
    if (step.kind === "expect-outcome" || step.kind === "expect-state") expects++;
  }
  guardCrash(context, scenario.span, () => {
    checkGivenAccounts(context, scenario);
  });
  if (expects === 0) reportLack(context, scenario.span, "RMD4121", scenario.title.span, { title: getSpanText(scenario.title.span) });
}

/** `os.build: 17763`, `network.can_connect("host", 443): false` */
function checkGivenValue(context: CheckContext, place: Place, item: GivenValueNode): void {
  const type = checkExpression(context, place, item.target);
  if (type.kind === "error") {
    if (item.value.kind !== "name-expression") checkExpression(context, place, item.value);
    return;
  }
  const resolution = item.target.kind === "member" || item.target.kind === "call" ? context.resolutions.get(item.target) : undefined;
  if (resolution?.kind !== "query" && (resolution?.kind !== "property" || resolution.property === "exists")) {
    report(context, "RMD4125", item.target.span, {
      text: getSpanText(item.target.span),
      hint:
        type.kind === "secret"
          ? "What the remedy names as a secret is there without a word; where it is missing, write 'computer { missing_secrets: [\"NAME\"] }'."
          : "Write for example 'os.build: 17763' or 'service(\"x\") { state: stopped }'.",
    });
    return;
  }
  const declared = stripOptional(type);
  const mayBeNone =
    resolution.kind === "property" && resolution.property !== "exists" ? resolution.property.optional : type.kind === "optional";
  expectConstant(context, item.value, expectType(context, place, item.value, mayBeNone ? makeOptional(declared) : declared));
}

function checkScenarioState(context: CheckContext, place: Place, state: StateNode, use: "given" | "expect"): void {
  checkState(context, place, state, use);
  for (const entry of state.entries) {
    const type = context.types.get(entry.value);
    if (context.entries.has(entry) && type) expectConstant(context, entry.value, type);
  }
}

/** A scenario says what the machine is like, so it cannot ask one. */
function expectConstant(context: CheckContext, value: Expression, type: Type): void {
  if (type.kind === "error" || foldExpression(value, context, () => undefined) !== undefined) return;
  report(context, "RMD3025", value.span, { what: "A value of a scenario" });
}

/** What the line of a run holds: a text that says something. */
function checkReason(context: CheckContext, place: Place, reason: StringExpression): void {
  expectConstant(context, reason, expectType(context, place, reason, stringType));
  if (findConstantText(context, reason)?.trim() === "") report(context, "RMD4139", reason.span, {});
}

function checkOutcome(context: CheckContext, step: ExpectOutcomeNode): void {
  const name = step.outcome.text;
  const known = outcomes[step.run];
  if (name === "" || known.includes(name)) return;
  const { hint, details } = suggestOf(name, known, step.outcome.span, ` '${step.run}' can be ${listChoices(known)}.`);
  report(context, "RMD2001", step.outcome.span, { kind: "outcome", name, hint }, details);
}

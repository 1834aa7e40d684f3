import type { ActionStatement } from "../../syntax/actions.ts";
import type { Body, LetNode } from "../../syntax/file.ts";
import type { CheckNode, RequireNode, Statement, WarnNode } from "../../syntax/statements.ts";
import type { Expression } from "../../syntax/expressions.ts";
import { findOrigin } from "../constant-text.ts";
import { report, reportLack } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { expectCondition, expectType } from "../expressions/expect-type.ts";
import { checkString } from "../expressions/strings.ts";
import { getFacts } from "../narrowing/facts.ts";
import { withFacts } from "../place.ts";
import type { Place } from "../place.ts";
import { durationType, stringType } from "../types/operations.ts";
import { checkAction } from "./actions.ts";
import { checkBlock } from "./blocks.ts";
import { checkEach } from "./each.ts";
import { checkOnFailure } from "./on-failure.ts";
import { checkReboot } from "./reboot.ts";
import { checkState } from "./states.ts";
import { checkUse } from "./use.ts";
import { checkWith } from "./with.ts";

type Checked = Exclude<Statement | ActionStatement, LetNode>;

const checks: {
  readonly [K in Checked["kind"]]: (context: CheckContext, place: Place, statement: Extract<Checked, { readonly kind: K }>) => void;
} = {
  ensure: (context, place, statement) => {
    checkState(context, place, statement.state, "ensure");
    if (statement.otherwise) checkElse(context, place, statement.otherwise);
  },
  require: checkRequire,
  warn: checkWarn,
  when: (context, place, statement) => {
    expectCondition(context, place, statement.condition);
    checkBlock(context, intoBlock(withFacts(place, getFacts(context, statement.condition, true))), statement.body);
    if (statement.otherwise)
      checkBlock(context, intoBlock(withFacts(place, getFacts(context, statement.condition, false))), statement.otherwise);
  },
  each: checkEach,
  with: checkWith,
  check: checkCheck,
  use: checkUse,
  reboot: checkReboot,
  "on-failure": checkOnFailure,
  action: checkAction,
};

/** Checks one statement or action; a table by kind. */
export function checkStatement(context: CheckContext, place: Place, statement: Checked): void {
  (checks[statement.kind] as (context: CheckContext, place: Place, statement: Checked) => void)(context, place, statement);
}

/** The place inside a nested block: no longer directly in the step. */
function intoBlock(place: Place): Place {
  return place.inside === "step" ? { ...place, inside: "block" } : place;
}

/** The block of `ensure … else { … }`. */
function checkElse(context: CheckContext, place: Place, body: Body): void {
  checkBlock(context, intoBlock(place), body);
  if (body.statements.length === 0) reportLack(context, body.span, "RMD4120", body.span, { what: "'else'", missing: "statement" });
}

function checkRequire(context: CheckContext, place: Place, statement: RequireNode): void {
  expectCondition(context, place, statement.condition);
  // The message is read where the condition is false.
  context.types.set(
    statement.message,
    checkString(context, withFacts(place, getFacts(context, statement.condition, false)), statement.message),
  );
}

function checkWarn(context: CheckContext, place: Place, statement: WarnNode): void {
  expectCondition(context, place, statement.condition);
  context.types.set(
    statement.message,
    checkString(context, withFacts(place, getFacts(context, statement.condition, true)), statement.message),
  );
}

/** `every d`: at most once in d, so d is longer than nothing. */
function checkEvery(context: CheckContext, place: Place, every: Expression): void {
  expectType(context, place, every, durationType);
  const origin = findOrigin(context, every);
  if (origin.kind === "duration" && origin.milliseconds === 0)
    report(context, "RMD3111", origin.span, { value: "'every 0'", range: "longer than nothing" });
}

function checkCheck(context: CheckContext, place: Place, statement: CheckNode): void {
  expectType(context, place, statement.title, stringType);
  if (statement.condition) expectCondition(context, place, statement.condition);
  if (statement.every) checkEvery(context, place, statement.every);
  const inside = statement.condition ? withFacts(place, getFacts(context, statement.condition, false)) : place;
  checkBlock(context, { ...inside, zone: "fix", inside: "block" }, statement.fix);
}

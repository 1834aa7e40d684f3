import type { FormalNode, RemedyNode, StepNode } from "../../syntax/file.ts";
import type { RebootNode, Statement } from "../../syntax/statements.ts";
import { hasMistake, report, reportLack } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { expectCondition, expectType } from "../expressions/expect-type.ts";
import { isDeviceName } from "../../source/device-names.ts";
import { guardCrash } from "../guard-crash.ts";
import { getFacts } from "../narrowing/facts.ts";
import type { Place, UserAccess } from "../place.ts";
import { createPlace, withFacts } from "../place.ts";
import { checkBlock } from "../statements/blocks.ts";
import { stringType } from "../types/operations.ts";
import { checkMetadata, runsAsUser } from "./metadata.ts";
import { isApp } from "../../targets/target.ts";
import { findTarget } from "../../targets/targets.ts";
import { getTargetNames } from "../../syntax/target-names.ts";
import { checkAccepted } from "./accept.ts";
import { checkRequires } from "./requires.ts";
import { checkFormal } from "./formals.ts";
import { checkLet, openLet } from "./lets.ts";

/** Checks a remedy: its metadata, parameters, lets and steps. */
export function checkRemedy(context: CheckContext, remedy: RemedyNode): void {
  const user: UserAccess = runsAsUser(remedy) ? { kind: "user" } : { kind: "machine" };
  const place = createPlace("statement", user);
  context.symbols.set(remedy.name, { kind: "remedy", name: remedy.name.text, node: remedy });
  if (isDeviceName(remedy.name.text)) report(context, "RMD4092", remedy.name.span, { name: remedy.name.text });
  for (const member of remedy.members) if (member.kind === "let") openLet(context, member, createPlace("declaration", user));
  guardCrash(context, remedy.name.span, () => checkMetadata(context, createPlace("constant", user), remedy));
  let steps = 0;
  for (const member of remedy.members) {
    guardCrash(context, member.span, () => {
      if (member.kind === "param") checkParameter(context, member.formal, user);
      else if (member.kind === "let") checkLet(context, member, undefined);
      else if (member.kind === "step") checkStep(context, place, member);
      else if (member.kind === "requires") checkRequires(context, place, member);
      else if (member.kind === "uninstall") checkBlock(context, place, member.body);
    });
    if (member.kind === "step") steps++;
  }
  checkUninstall(context, remedy);
  guardCrash(context, remedy.name.span, () => checkAccepted(context, remedy, user));
  if (steps === 0 && remedy.name.text !== "")
    reportLack(context, remedy.span, "RMD4120", remedy.name.span, { what: `remedy '${remedy.name.text}'`, missing: "step" });
}

/** An app has an uninstall script, which needs to be told what to do; nothing else has one. */
function checkUninstall(context: CheckContext, remedy: RemedyNode): void {
  const named = getTargetNames(remedy).flatMap((name) => findTarget(name) ?? []);
  const app = named.find(isApp);
  const block = remedy.members.find((member) => member.kind === "uninstall");
  if (block && !app && named.length > 0) report(context, "RMD5010", block.keyword, { remedy: remedy.name.text });
  if (!block && app && !hasMistake(context, remedy.span, /^RMD1/))
    report(context, "RMD5009", remedy.name.span, { remedy: remedy.name.text, target: app.name });
}

function checkParameter(context: CheckContext, formal: FormalNode, user: UserAccess): void {
  const type = checkFormal(context, formal, createPlace("constant", user), "param");
  const plain = type.kind === "optional" ? type.of : type;
  if (plain.kind === "resource" || (plain.kind === "list" && plain.element.kind === "resource"))
    report(context, "RMD3032", formal.type.span, { name: formal.name.text });
}

function checkStep(context: CheckContext, place: Place, step: StepNode): void {
  expectType(context, place, step.title, stringType);
  let inside = place;
  if (step.guard) {
    expectCondition(context, place, step.guard);
    inside = withFacts(place, getFacts(context, step.guard, true));
  }
  checkBlock(context, inside, step.body);
  const items = step.body.statements.filter((statement) => statement.kind !== "let" && statement.kind !== "on-failure");
  if (items.length === 0 && step.name.text !== "")
    reportLack(context, step.span, "RMD4120", step.name.span, { what: `step '${step.name.text}'`, missing: "statement" });
  if (step.guard) checkRebootUnderGuard(context, step);
}

/** A guard that the step's own fixes make false does not come back: behind them, a `reboot` would never be asked for again (Semantics 6). */
function checkRebootUnderGuard(context: CheckContext, step: StepNode): void {
  let hasFix = false;
  for (const statement of step.body.statements) {
    const reboot = findReboot(statement);
    if (reboot && hasFix && step.guard) {
      report(
        context,
        "RMD4114",
        reboot.span,
        { step: step.name.text },
        { related: [{ message: "This guard may be false after the restart.", span: step.guard.span }] },
      );
      return;
    }
    if (statement.kind !== "let" && statement.kind !== "require" && statement.kind !== "warn") hasFix = true;
  }
}

function findReboot(statement: Statement): RebootNode | undefined {
  if (statement.kind === "reboot") return statement;
  if (statement.kind !== "when") return undefined;
  for (const inner of [...statement.body.statements, ...(statement.otherwise?.statements ?? [])]) {
    const found = findReboot(inner);
    if (found) return found;
  }
  return undefined;
}

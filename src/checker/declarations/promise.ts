import { getSpanText } from "../../source/source-file.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { PromiseBlockNode, PromiseNode, PromiseTime } from "../../syntax/promises.ts";
import { walk } from "../../syntax/visitor.ts";
import { findConstantText } from "../constant-text.ts";
import { report, reportLack } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { expectCondition, expectType } from "../expressions/expect-type.ts";
import { foldExpression } from "../fold.ts";
import { guardCrash } from "../guard-crash.ts";
import { getFacts } from "../narrowing/facts.ts";
import { createPlace, withFacts } from "../place.ts";
import type { Place, UserAccess } from "../place.ts";
import { stringType } from "../types/operations.ts";
import { runsAsUser } from "./metadata.ts";

/** Checks a promise: a title of its own, something that it promises, and conditions on the device that a run could violate. */
export function checkPromise(context: CheckContext, promise: PromiseNode): void {
  const remedy = context.bound.remedies.get(promise);
  const user: UserAccess = remedy && runsAsUser(remedy) ? { kind: "user" } : { kind: "machine" };
  expectType(context, createPlace("constant", user), promise.title, stringType);
  checkTitle(context, promise);
  const title = getSpanText(promise.title.span);
  if (promise.blocks.every(({ time }) => time === "given")) {
    const how = "Add 'always { … }' for what holds in every state of every run, or 'finally { … }' for what holds at the end.";
    reportLack(context, promise.span, "RMD4130", promise.title.span, { title, missing: "what it promises", how });
  }
  for (const block of promise.blocks) {
    // The names of its conditions are those of its remedy.
    if (remedy) guardCrash(context, block.span, () => checkBlock(context, createPlace("declaration", user), block));
    if (block.conditions.length > 0) continue;
    const missing = `a condition in '${block.time}'`;
    reportLack(context, block.span, "RMD4130", block.keyword, { title, missing, how: "Write one, or remove the block." });
  }
}

/** The title is what a report calls a promise by. */
function checkTitle(context: CheckContext, promise: PromiseNode): void {
  const title = findConstantText(context, promise.title);
  const file = context.bound.loaded.files.find(({ node }) => node.source === promise.span.file);
  for (const first of file?.node.declarations ?? []) {
    if (first === promise) return;
    if (first.kind !== "promise" || first.remedy.text !== promise.remedy.text || findConstantText(context, first.title) !== title) continue;
    const related = [{ message: "The first one.", span: first.title.span }];
    const args = { title: getSpanText(promise.title.span), remedy: promise.remedy.text };
    report(context, "RMD4131", promise.title.span, args, { related });
    return;
  }
}

/** What one condition of a block shows is known in the next: they all hold. */
function checkBlock(context: CheckContext, outer: Place, { time, conditions }: PromiseBlockNode): void {
  let place = outer;
  for (const condition of conditions) {
    const before = context.diagnostics.length;
    expectCondition(context, place, condition);
    if (context.diagnostics.length === before) checkReadings(context, time, condition);
    place = withFacts(place, getFacts(context, condition, true));
  }
}

/** A condition of which the compiler knows whether it holds, or that no run can change, says nothing. */
function checkReadings(context: CheckContext, time: PromiseTime, condition: Expression): void {
  const type = context.types.get(condition);
  if (!type || type.kind === "error") return;
  const text = getSpanText(condition.span).replace(/\s+/g, " ");
  const refuse = (value: string, why: string, how: string): void => report(context, "RMD4132", condition.span, { text, value, why, how });
  const { readsDevice, isChanged } = findReadings(context, condition, new Set());
  if (isChanged) {
    report(context, "RMD4134", condition.span, {});
    return;
  }
  const value = foldExpression(condition, context, () => undefined);
  if (value?.kind === "bool") {
    if (time === "given")
      refuse(
        `always ${String(value.value)}`,
        value.value ? "every start state is given" : "no start state is given",
        value.value ? "Remove it." : "Write what the promise is about.",
      );
    else
      refuse(
        `always ${String(value.value)}`,
        value.value ? "nothing can violate it" : "nothing can keep it",
        "Write a condition on what the remedy may change.",
      );
  } else if (!readsDevice && time !== "given")
    refuse("the same in every state of a device", "no run can violate it", "Write a condition on what the remedy may change.");
}

interface Readings {
  readonly readsDevice: boolean;
  readonly isChanged: boolean;
}

/** What a condition reads, through lets. */
function findReadings(context: CheckContext, condition: Expression, seen: Set<Expression>): Readings {
  let readsDevice = false;
  let isChanged = false;
  walk(condition, (node) => {
    if (node.kind !== "name-expression" && node.kind !== "member" && node.kind !== "call") return true;
    const resolution = context.resolutions.get(node);
    if (resolution?.kind === "property" || resolution?.kind === "query") readsDevice = true;
    if (resolution?.kind !== "name") return true;
    const { symbol } = resolution;
    if (symbol.kind === "changed") isChanged = true;
    // What a loop of the device goes over is read there.
    if (symbol.kind === "element") readsDevice = true;
    if (symbol.kind !== "let" || seen.has(symbol.node.value)) return true;
    seen.add(symbol.node.value);
    const inner = findReadings(context, symbol.node.value, seen);
    readsDevice ||= inner.readsDevice;
    isChanged ||= inner.isChanged;
    return true;
  });
  return { readsDevice, isChanged };
}

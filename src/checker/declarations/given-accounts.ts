import { resolveAccount } from "../../accounts/accounts.ts";
import { accountWords, missingAccountsWord, sampleAccounts } from "../../accounts/sample-accounts.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Span } from "../../source/source-file.ts";
import type { Expression } from "../../syntax/expressions.ts";
import type { Scenario } from "../../syntax/scenarios.ts";
import { findConstantText } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";

/**
 * Warns of an account that a service of a scenario's `given` logs on as and that the machine of `remedyc test` cannot know: not one of its own, none
 * that the scenario says it has, and none that a remedy or an expectation names, which it has as well.
 */
export function checkGivenAccounts(context: CheckContext, scenario: Scenario): void {
  const given = scenario.steps.flatMap((step) => (step.kind === "given" ? step.items : []));
  const values = given.flatMap((item) =>
    item.kind === "state"
      ? item.entries.map(({ name, value }) => ({ word: name.text, value }))
      : [{ word: lastWord(item.target), value: item.value }],
  );
  const logons = values.filter(({ word, value }) => word === "account" && context.types.get(value)?.kind === "account");
  const unknown = logons.filter(({ value }) => !isKnown(context, value));
  if (unknown.length === 0) return;
  const lists: readonly string[] = [...accountWords, missingAccountsWord];
  const declared = values
    .filter(({ word }) => lists.includes(word))
    .flatMap(({ value }) => (value.kind === "list" ? value.elements : [value]));
  const named = findNamed(
    context,
    given.map((item) => item.span),
  );
  for (const one of declared) named.add(nameOf(context, one));
  for (const { value } of unknown) {
    const account = nameOf(context, value);
    if (!named.has(account))
      report(context, "RMD4127", value.span, { account: findConstantText(context, value) ?? "", text: getSpanText(value.span) });
  }
}

function isKnown(context: CheckContext, value: Expression): boolean {
  const text = findConstantText(context, value);
  if (text === undefined || resolveAccount(text).kind !== "device") return true;
  return Object.keys(sampleAccounts).some((name) => name.toLowerCase() === text.toLowerCase());
}

/** The accounts of the program outside of these places, in lower case. */
function findNamed(context: CheckContext, outside: readonly Span[]): Set<string> {
  const isOutside = (span: Span): boolean =>
    !outside.some((one) => one.file === span.file && one.start <= span.start && span.end <= one.end);
  const accounts = [...context.types].filter(([expression, type]) => type.kind === "account" && isOutside(expression.span));
  return new Set(accounts.map(([expression]) => nameOf(context, expression)));
}

function nameOf(context: CheckContext, expression: Expression): string {
  return (findConstantText(context, expression) ?? "").toLowerCase();
}

/** `domain_accounts` of `computer.domain_accounts`. */
function lastWord(target: Expression): string {
  return target.kind === "member" ? target.name.text : "";
}

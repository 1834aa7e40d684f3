import { findClosest, listChoices, suggestName, suggestOf } from "../../binder/did-you-mean.ts";
import { kindChecks } from "../../generated/kind-checks.ts";
import type { KeyParameter } from "../../resources/catalog/model.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Span } from "../../source/source-file.ts";
import { patternOf } from "../../source/wildcards.ts";
import type { ArgumentNode, Expression, FilterArgument, NameExpression } from "../../syntax/expressions.ts";
import { findConstantText } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { Place } from "../place.ts";
import { makeOptional, toExpected } from "../types/operations.ts";
import type { Expected } from "../types/operations.ts";
import { checkLimits } from "../value-checks/limits.ts";
import { checkWildcards } from "../value-checks/paths.ts";
import { checkExpression } from "./check-expression.ts";
import { expectType } from "./expect-type.ts";

/** What is called: its name for messages and its parameters. */
export interface Callee {
  readonly what: string;
  readonly parameters: readonly KeyParameter[];
  readonly span: Span;
  readonly noun: "key" | "argument";
  /** Those of them that it can be filtered by. */
  readonly filters?: readonly string[];
  /** Names of what says which all are that `each` goes over, where one is named. */
  readonly scope?: readonly string[];
  /** Names of its properties, which are no arguments. */
  readonly properties?: readonly string[];
}

/** Joins arguments to parameters, by position and by name, and checks each value. What is left over, given twice or missing is reported. */
export function matchArguments(
  context: CheckContext,
  place: Place,
  callee: Callee,
  args: readonly ArgumentNode[],
  onFilter?: (argument: FilterArgument) => void,
): ReadonlyMap<KeyParameter, Expression> {
  const result = new Map<KeyParameter, Expression>();
  const positional = callee.parameters.filter((parameter) => parameter.positional);
  const rest: Expression[] = [];
  let restParameter: KeyParameter | undefined;
  let position = 0;
  for (const argument of args) {
    if (argument.kind === "filter-argument") {
      if (onFilter) onFilter(argument);
      else reportStrayFilter(context, place, callee, argument);
    } else if (argument.kind === "named-argument") {
      const parameter = callee.parameters.find((candidate) => candidate.name === argument.name.text);
      if (parameter) put(context, result, parameter, argument.value, argument.name.span, callee);
      else reportUnknownArgument(context, place, callee, argument);
    } else {
      const parameter = positional[Math.min(position++, positional.length - 1)];
      if (parameter?.variadic && argument.value.kind !== "list") {
        restParameter = parameter;
        rest.push(argument.value);
      } else if (parameter && position <= positional.length) {
        put(context, result, parameter, argument.value, argument.span, callee);
      } else {
        checkExpression(context, place, argument.value);
        report(context, "RMD3010", argument.span, { what: callee.what, count: positional.length, noun: callee.noun });
      }
    }
  }
  if (restParameter) put(context, result, restParameter, joinRest(rest, callee), rest[0]?.span ?? callee.span, callee);
  for (const [parameter, value] of result) checkArgument(context, place, callee, parameter, value);
  const isMisnamed = args.some(
    (argument) =>
      argument.kind === "named-argument" &&
      (findMisnamed(callee, argument.name.text) !== undefined || callee.scope?.includes(argument.name.text) === true),
  );
  // A filter where none may stand is told; that there is no key follows from it.
  const isFiltered = args.some((argument) => argument.kind === "filter-argument");
  if (!isMisnamed && !isFiltered && callee.parameters.some((parameter) => parameter.required && !result.has(parameter)))
    reportMissing(context, callee, result);
  return result;
}

/** The parameter that an unknown name was meant for; what it lacks follows from that. */
function findMisnamed(callee: Callee, name: string): string | undefined {
  const names = callee.parameters.map((parameter) => parameter.name);
  return names.includes(name) ? undefined : findClosest(name, names);
}

function reportMissing(context: CheckContext, callee: Callee, given: ReadonlyMap<KeyParameter, Expression>): void {
  const missing = callee.parameters
    .filter((parameter) => parameter.required && !given.has(parameter))
    .filter(
      ({ name }) =>
        !context.braces.names.some(
          (word) => !callee.properties?.includes(word) && (word === name || findClosest(word, [name]) !== undefined),
        ),
    )
    .map((parameter) => `'${parameter.name}'`);
  if (missing.length === 0) return;
  report(context, "RMD3008", callee.span, { what: callee.what, missing: `the ${callee.noun} ${missing.join(" and ")}` });
}

function checkArgument(context: CheckContext, place: Place, callee: Callee, parameter: KeyParameter, value: Expression): void {
  const declared = toExpected(parameter.type, `${callee.what}.${parameter.name}`);
  if (value.kind === "name-expression" && parameter.limits.every !== undefined && context.bound.unbound.has(value.name)) {
    checkEvery(context, callee, parameter, value);
    return;
  }
  const canBeLeftOut = !parameter.required && declared.kind !== "resource-of" && declared.kind !== "list-of";
  const expected: Expected = canBeLeftOut ? makeOptional(declared) : declared;
  // `given file("https://…")` says what an address offers; in all other parentheses a path is a path
  const takesAddress = place.takesAddress === true && place.zone === "scenario" && kindChecks[callee.what]?.isGivenByAddress === true;
  const type = expectType(context, place.takesAddress === takesAddress ? place : { ...place, takesAddress }, value, expected);
  if (type.kind === "error") return;
  checkLimits(context, value, type, parameter.limits, `'${parameter.name}' of ${callee.what}`);
  kindChecks[callee.what]?.checkKey?.(context, parameter.name, value);
  if (parameter.limits.wildcards === "none") checkNameWildcards(context, callee, value);
  const isPath = parameter.type.kind === "path" || (parameter.type.kind === "list" && parameter.type.element.kind === "path");
  if (isPath) checkWildcards(context, value, callee.what, parameter);
}

/** `view: both`: the word that stands for each of a key's numbers. */
function checkEvery(context: CheckContext, callee: Callee, { name: key, limits }: KeyParameter, value: NameExpression): void {
  const { name } = value;
  if (name.text === limits.every) {
    const symbol = { kind: "enum-member", name: name.text } as const;
    context.symbols.set(name, symbol);
    context.resolutions.set(value, { kind: "name", symbol });
    return;
  }
  const { hint, details } = suggestName(name.text, [limits.every ?? ""], name.span);
  const members = `${(limits.oneOf ?? []).join(", ")} or '${limits.every}'`;
  report(context, "RMD3015", name.span, { name: name.text, type: `${callee.what}.${key}`, members, hint }, details);
}

function put(
  context: CheckContext,
  result: Map<KeyParameter, Expression>,
  parameter: KeyParameter,
  value: Expression,
  span: Span,
  callee: Callee,
): void {
  const first = result.get(parameter);
  if (first)
    report(
      context,
      "RMD3011",
      span,
      { what: callee.what, name: parameter.name },
      { related: [{ message: "It is given here first.", span: first.span }] },
    );
  else result.set(parameter, value);
}

/** Further positional arguments of a variadic parameter, as the list that they stand for. */
function joinRest(rest: readonly Expression[], callee: Callee): Expression {
  const start = rest[0]?.span.start ?? callee.span.start;
  const end = rest.at(-1)?.span.end ?? callee.span.end;
  return { kind: "list", span: { file: callee.span.file, start, end }, elements: rest };
}

function reportUnknownArgument(
  context: CheckContext,
  place: Place,
  callee: Callee,
  argument: ArgumentNode & { readonly kind: "named-argument" },
): void {
  if (argument.value.kind !== "name-expression") checkExpression(context, place, argument.value);
  const names = callee.parameters.map((parameter) => parameter.name);
  const list =
    callee.filters?.includes(argument.name.text) === true
      ? ` It is filtered by: write '${argument.name.text} == …', '<', '>=' or 'matches'.`
      : callee.properties?.includes(argument.name.text) === true
        ? " It is a property: write it behind the parentheses, in '{ … }'."
        : callee.scope?.includes(argument.name.text) === true
          ? ` It says which all are: write 'each x in ${callee.what}(${getSpanText(argument.span)}) { … }'.`
          : names.length > 0
            ? ` Possible here: ${listChoices(names)}.`
            : " It takes none.";
  const { hint, details } = suggestOf(argument.name.text, names, argument.name.span, list);
  report(context, "RMD3009", argument.name.span, { what: callee.what, noun: callee.noun, name: argument.name.text, hint }, details);
}

function reportStrayFilter(context: CheckContext, place: Place, callee: Callee, argument: FilterArgument): void {
  if (argument.value.kind !== "name-expression") checkExpression(context, place, argument.value);
  report(context, "RMD3020", argument.span, { what: callee.what, name: argument.property.text, hint: "" });
}

/** `package("7-Zip*")`: a name is taken as it is written; `matches` finds by a pattern. */
function checkNameWildcards(context: CheckContext, { what, filters }: Callee, value: Expression): void {
  const text = findConstantText(context, value);
  if (text === undefined || !/[*]/.test(text)) return;
  const pattern = `^${patternOf(text)}$`.replace(/\.\*\$$/, "");
  const hint = (filters ?? []).length > 0 ? ` Write ${what}(name matches '${pattern}').` : " Name each by itself.";
  report(context, "RMD3116", value.span, { text, hint });
}

import { addValues, joinKey, joinPath } from "../checker/fold-operators.ts";
import { showValue, textOf } from "../checker/values.ts";
import type { Value } from "../checker/value.ts";
import { compareConstants } from "../plan/simplify.ts";
import type { PlanExpression } from "../plan/plan.ts";
import { collectOverReads, collectReads } from "../plan/reads.ts";
import { bool, isTrue, NONE, variableOf } from "./cell.ts";
import { classesOf } from "./classes.ts";
import { matchText, queryName } from "./constants.ts";
import type { Walk } from "./walk/walk.ts";
import { Unreadable } from "./world.ts";

/** What an expression comes to on the machine of this path. @throws Unreadable where something in it cannot be read. */
export function evaluate(expression: PlanExpression, walk: Walk): Value {
  const { world } = walk;
  switch (expression.kind) {
    case "constant":
      findAccounts(expression.value, walk);
      return expression.value;
    case "parameter":
      return readFree(
        variableOf("parameter", expression.name),
        `the parameter ${expression.name}`,
        expression,
        walk,
        isOptional(expression.name, walk),
      );
    case "carried":
      return { kind: "path", value: expression.path };
    case "element":
      return readFree(variableOf("element", expression.variable), expression.variable, expression, walk, false);
    case "read": {
      const thing = world.thing(expression.resource);
      if (world.failsToRead(thing)) throw new Unreadable(`${thing.resource.label} cannot be read`);
      return thing.get(expression.property);
    }
    case "exists": {
      const thing = world.thing(expression.resource);
      if (world.failsToRead(thing)) throw new Unreadable(`${thing.resource.label} cannot be read`);
      return bool(thing.exists());
    }
    case "query": {
      const thing = world.thing(expression.resource);
      if (world.failsToRead(thing)) throw new Unreadable(`${thing.resource.label} cannot be read`);
      const name = queryName(expression);
      const variable = variableOf(thing.identity, name);
      world.note(variable, thing, name, expression);
      const declared = thing.kind.declared.queries.find((query) => query.name === expression.query);
      const cell = world.read(variable, classesOf(expression.type, world.context.constants.get(variable), [], declared?.optional ?? false));
      return cell.kind === "open" ? NONE : cell;
    }
    case "changed":
      return bool(walk.isChanged(expression.before));
    case "not":
      return bool(!isTrue(evaluate(expression.operand, walk)));
    case "and":
      return bool(isTrue(evaluate(expression.left, walk)) && isTrue(evaluate(expression.right, walk)));
    case "or":
      return bool(isTrue(evaluate(expression.left, walk)) || isTrue(evaluate(expression.right, walk)));
    case "any":
      return bool(readOpaque(expression, walk));
    case "compare":
      return bool(compare(expression, walk));
    case "arithmetic": {
      const sum = addValues(expression.operator, evaluate(expression.left, walk), evaluate(expression.right, walk));
      if (!sum) throw new Unreadable("a number is too large, or there is none");
      return sum;
    }
    case "default": {
      const left = evaluate(expression.left, walk);
      return left.kind === "none" ? evaluate(expression.right, walk) : left;
    }
    case "join": {
      const [left, right] = [textOf(evaluate(expression.left, walk)) ?? "", textOf(evaluate(expression.right, walk)) ?? ""];
      return expression.key ? { kind: "string", value: joinKey(left, right) } : { kind: "path", value: joinPath(left, right) };
    }
    case "concatenate":
      return { kind: "string", value: expression.parts.map((part) => showValue(evaluate(part, walk))).join("") };
    case "list":
      return { kind: "list", elements: expression.elements.map((element) => evaluate(element, walk)) };
    default:
      return expression satisfies never;
  }
}

/** Accounts of the computer's own that the remedy makes or deletes are there when they are asked for. @throws Unreadable */
function findAccounts(value: Value, walk: Walk): void {
  if (value.kind === "list") for (const element of value.elements) findAccounts(element, walk);
  if (value.kind !== "account") return;
  const user = walk.context.resources.get(`local_user ${value.name.toLowerCase()}`);
  if (user && !walk.world.thing(user).exists()) throw new Unreadable(`this machine knows no account ${value.name}`);
}

/** Whether a condition holds. */
export function isHolding(condition: PlanExpression, walk: Walk): boolean {
  return isTrue(evaluate(condition, walk));
}

function compare(expression: PlanExpression & { readonly kind: "compare" }, walk: Walk): boolean {
  const { operator, comparison, left, right } = expression;
  // Whether something is in a list of the machine is a variable of its own.
  if (operator === "in" && right.kind === "read") {
    const thing = walk.world.thing(right.resource);
    if (walk.world.failsToRead(thing)) throw new Unreadable(`${thing.resource.label} cannot be read`);
    return thing.exists() && thing.has(right.property, memberName(evaluate(left, walk)));
  }
  const [first, second] = [evaluate(left, walk), evaluate(right, walk)];
  if (operator === "matches") {
    const matched = matchText(first, second);
    return matched ?? readOpaque(expression, walk);
  }
  return compareConstants(operator, comparison, first, second) ?? false;
}

/** What a member of a list is known by. */
export function memberName(value: Value): string {
  return value.kind === "account" ? (value.sid ?? value.name).toLowerCase() : showValue(value).toLowerCase();
}

const opaque = new WeakMap<PlanExpression, string>();

function opaqueVariable(expression: PlanExpression): string {
  const variable =
    opaque.get(expression) ??
    variableOf(
      "condition",
      JSON.stringify(expression, (key, part: unknown) => (key === "origin" || key === "label" ? undefined : part)),
    );
  opaque.set(expression, variable);
  return variable;
}

/** A condition that is true or false as the machine has it, until something changes what it reads. */
function readOpaque(expression: PlanExpression, walk: Walk): boolean {
  const variable = opaqueVariable(expression);
  walk.world.note(variable, undefined, "a condition over several");
  return isTrue(walk.world.read(variable, [bool(true), bool(false)]));
}

/** The variables that are worked out from things and are read anew when these change, by the identities of those: of all expressions in a part of a plan. */
export function findDerived(part: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const depend = (variable: string, identities: readonly { readonly identity: string }[]): void => {
    for (const { identity } of identities) found.set(identity, (found.get(identity) ?? new Set()).add(variable));
  };
  const seen = new Set<object>();
  const visit = (one: unknown): void => {
    if (typeof one !== "object" || one === null || seen.has(one)) return;
    seen.add(one);
    const expression = one as PlanExpression;
    if (expression.kind === "query") depend(variableOf(expression.resource.identity, queryName(expression)), [expression.resource]);
    else if (expression.kind === "any")
      depend(opaqueVariable(expression), [...collectOverReads(expression.over), ...collectReads(expression.condition)]);
    else if (expression.kind === "compare" && expression.operator === "matches")
      depend(opaqueVariable(expression), collectReads(expression));
    Object.values(one).forEach(visit);
  };
  visit(part);
  return found;
}

function readFree(
  variable: string,
  label: string,
  { type }: PlanExpression & { readonly kind: "parameter" | "element" },
  walk: Walk,
  mayBeNone: boolean,
): Value {
  walk.world.note(variable, undefined, label);
  const cell = walk.world.read(variable, classesOf(type, walk.world.context.constants.get(variable), [], mayBeNone));
  return cell.kind === "open" ? NONE : cell;
}

function isOptional(name: string, walk: Walk): boolean {
  return walk.plan.parameters.find((parameter) => parameter.name === name)?.optional ?? false;
}

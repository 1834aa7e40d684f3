import type { Value } from "../checker/value.ts";
import { equalValues, showValue } from "../checker/values.ts";
import { comparisonFor } from "../plan/lower/expressions.ts";
import { compareConstants } from "../plan/simplify.ts";
import type { CompareOperator } from "../syntax/expressions.ts";
import type {
  Comparison,
  PlanAction,
  PlanEnsure,
  PlanExpression,
  PlanGuard,
  PlanNode,
  PlanOver,
  PlanProperty,
  PlanResource,
  PlanStep,
} from "../plan/plan.ts";
import { visitPlan } from "../plan/provides.ts";
import { isTrue, variableOf } from "./cell.ts";
import type { Aspect, FindKind } from "./kind-model.ts";

/** With what a remedy compares one variable: what it tells apart. */
export interface Told {
  readonly values: Value[];
  readonly patterns: string[];
  /** By more and less, too. */
  isOrdered: boolean;
  /** False where it is compared with what is not known when compiling. */
  isFree: boolean;
  /** What is asked of it, where that depends on nothing else: values of which all say the same are one class. */
  readonly questions: ((seen: Value) => unknown)[];
  /** Whether it is as an `ensure` wishes, a question for each. */
  readonly wishes: ((seen: Value) => boolean)[];
  /** The variables that it is compared with. */
  readonly peers: Set<string>;
}

export type Constants = ReadonlyMap<string, Told>;

/** Collects from all conditions and wishes what the remedy tells apart of each variable, itself and by what it is compared with. */
export function collectConstants(
  steps: readonly Pick<PlanStep, "body" | "onFailure" | "guard">[],
  conditions: readonly PlanExpression[],
  findKind: FindKind,
): Constants {
  const found = new Map<string, Told>();
  const tell = (variable: string): Told => {
    const told = found.get(variable) ?? {
      values: [],
      patterns: [],
      isOrdered: false,
      isFree: true,
      questions: [],
      wishes: [],
      peers: new Set(),
    };
    found.set(variable, told);
    return told;
  };
  const visitor = createVisitor(tell, findKind);
  for (const condition of conditions) visitor.expression(condition);
  for (const { guard } of steps) if (guard) visitor.expression(guard.condition);
  visitPlan(
    steps.map((step) => ({ ...step, name: "", title: "", origin: undefined, onFailure: [] }) as never),
    (node) => visitor.node(node),
  );
  share(found);
  return found;
}

/** A state that is a part of another property tells values of that apart. */
function noteAspect(told: Told, { holds, apart }: Aspect, value: PlanExpression): void {
  const wishes = constantsOf(value);
  told.values.push(...wishes.flatMap(apart));
  for (const wished of wishes) told.questions.push((seen) => holds(seen, wished));
}

function createVisitor(tell: (variable: string) => Told, findKind: FindKind) {
  const noteWish = (resource: PlanResource, { name, type, value }: PlanProperty): void => {
    const compared = findKind(resource).model.compares?.[name];
    if (compared !== undefined) {
      noteDemand(variableOf(resource.identity, compared), value, type);
      return;
    }
    const aspect = findKind(resource).model.aspects?.[name];
    if (aspect) {
      noteAspect(tell(variableOf(resource.identity, aspect.of)), aspect, value);
      return;
    }
    const told = tell(variableOf(resource.identity, name));
    told.values.push(...constantsOf(value));
    if (value.kind === "constant") told.wishes.push((seen) => isSame(seen, value.value, type));
    else told.isFree = false;
    tie(variableOf(resource.identity, name), value);
    expression(value);
  };
  /** A demand asks of another property whether it is at least so. */
  const noteDemand = (variable: string, value: PlanExpression, type: PlanProperty["type"]): void => {
    const told = tell(variable);
    told.values.push(...constantsOf(value));
    told.isOrdered = true;
    if (value.kind === "constant") told.wishes.push((seen) => compareConstants(">=", comparisonFor(type), seen, value.value) === true);
    else told.isFree = false;
    tie(variable, value);
    expression(value);
  };
  /** What an expression reads is compared with a variable. */
  const tie = (variable: string, other: PlanExpression): void => {
    const peer = readVariable(other);
    if (peer === undefined) return;
    tell(variable).peers.add(peer);
    tell(peer).peers.add(variable);
  };
  const guard = ({ condition }: PlanGuard): void => expression(condition);
  const over = (one: PlanOver): void => {
    if (one.kind === "enumeration" && one.condition) expression(one.condition);
    if (one.kind === "list") expression(one.list);
  };
  const node = (one: PlanNode | PlanAction): void => {
    switch (one.kind) {
      case "require":
      case "warn":
      case "reboot":
      case "when":
        guard(one.guard);
        break;
      case "check":
        guard(one.guard);
        break;
      case "ensure":
        noteEnsure(one);
        break;
      case "each":
        over(one.over);
        break;
      case "routine":
      case "with":
      case "verb":
        break;
      default:
        one satisfies never;
    }
  };
  const noteEnsure = ({ resource, states }: PlanEnsure): void => {
    for (const state of states) noteWish(resource, state);
  };
  const expression = (one: PlanExpression): void => {
    switch (one.kind) {
      case "compare": {
        const { operator, comparison } = one;
        for (const [mine, other, isLeft] of [
          [one.left, one.right, true],
          [one.right, one.left, false],
        ] as const) {
          const variable = readVariable(mine);
          if (variable === undefined) continue;
          const told = tell(variable);
          if (operator === "matches")
            for (const value of constantsOf(other)) told.patterns.push(value.kind === "string" ? value.value : "");
          else told.values.push(...constantsOf(other));
          if (["<", "<=", ">", ">="].includes(operator)) told.isOrdered = true;
          const fixed =
            other.kind === "constant"
              ? other.value
              : other.kind === "list" && other.elements.every(({ kind }) => kind === "constant")
                ? ({ kind: "list", elements: constantsOf(other) } as const)
                : undefined;
          if (fixed && (mine.kind === "read" || mine.kind === "query" || mine.kind === "parameter"))
            told.questions.push((seen) => ask(operator, comparison, isLeft ? seen : fixed, isLeft ? fixed : seen));
          else tie(variable, other);
          if (!fixed || mine.kind === "default" || mine.kind === "arithmetic") told.isFree = false;
        }
        expression(one.left);
        expression(one.right);
        break;
      }
      case "not":
        expression(one.operand);
        break;
      case "and":
      case "or":
      case "default":
      case "join":
      case "arithmetic":
        expression(one.left);
        expression(one.right);
        break;
      case "any":
        over(one.over);
        expression(one.condition);
        break;
      case "query":
        for (const argument of one.arguments) expression(argument.value);
        if (one.type.kind === "bool") tell(variableOf(one.resource.identity, queryName(one))).questions.push(isTrue);
        break;
      case "concatenate":
        one.parts.forEach(expression);
        break;
      case "list":
        one.elements.forEach(expression);
        break;
      case "constant":
      case "carried":
      case "exists":
      case "changed":
        break;
      case "parameter":
      case "element":
      case "read": {
        // Alone it is a condition: `not reboot.pending`.
        const variable = one.type.kind === "bool" ? readVariable(one) : undefined;
        if (variable !== undefined) tell(variable).questions.push(isTrue);
        break;
      }
      default:
        one satisfies never;
    }
  };
  return { node, expression };
}

function isSame(seen: Value, wished: Value, type: PlanProperty["type"]): boolean {
  return compareConstants("==", comparisonFor(type), seen, wished) ?? equalValues(seen, wished, true);
}

function ask(operator: CompareOperator, comparison: Comparison, left: Value, right: Value): boolean | undefined {
  if (operator === "matches") return matchText(left, right);
  return compareConstants(operator, comparison, left, right);
}

/** Undefined where JavaScript does not understand the pattern as .NET does. */
export function matchText(text: Value, pattern: Value): boolean | undefined {
  if (text.kind === "none" || pattern.kind !== "string") return text.kind === "none" ? false : undefined;
  try {
    return new RegExp(pattern.value, "i").test(showValue(text));
  } catch {
    return undefined;
  }
}

/** The variable that an expression reads, behind `??` too. */
export function readVariable(expression: PlanExpression): string | undefined {
  switch (expression.kind) {
    case "read":
      return variableOf(expression.resource.identity, expression.property);
    case "query":
      return variableOf(expression.resource.identity, queryName(expression));
    case "parameter":
      return variableOf("parameter", expression.name);
    case "element":
      return variableOf("element", expression.variable);
    case "default":
    case "arithmetic":
      return readVariable(expression.left);
    default:
      return undefined;
  }
}

/** `can_connect(host, 443)`: the same for two that ask the same. */
export function queryName(expression: PlanExpression & { readonly kind: "query" }): string {
  const known = queryNames.get(expression);
  if (known !== undefined) return known;
  const { query, arguments: given } = expression;
  const name = `${query}(${given.map(({ name, value }) => `${name}: ${JSON.stringify(value, (key, part: unknown) => (key === "origin" ? undefined : part))}`).join(", ")})`;
  queryNames.set(expression, name);
  return name;
}

const queryNames = new WeakMap<PlanExpression, string>();

/** Every constant that an expression may come to by itself: those of a list, and the right side of a `??`. */
function constantsOf(expression: PlanExpression): readonly Value[] {
  switch (expression.kind) {
    case "constant":
      return expression.value.kind === "list" ? [...expression.value.elements, expression.value] : [expression.value];
    case "list":
      return expression.elements.flatMap(constantsOf);
    case "default":
      return [...constantsOf(expression.left), ...constantsOf(expression.right)];
    default:
      return [];
  }
}

/** What is compared with one another is told apart by the same constants. */
function share(found: Map<string, Told>): void {
  const done = new Set<string>();
  for (const first of found.keys()) {
    if (done.has(first)) continue;
    const group = [first];
    for (const variable of group) for (const peer of found.get(variable)?.peers ?? []) if (!group.includes(peer)) group.push(peer);
    for (const variable of group) done.add(variable);
    if (group.length === 1) continue;
    const all = group.map((variable) => found.get(variable)).filter((told) => told !== undefined);
    const together = { values: all.flatMap(({ values }) => values), patterns: all.flatMap(({ patterns }) => patterns) };
    const isOrdered = all.some((told) => told.isOrdered);
    for (const variable of group)
      found.set(variable, {
        ...together,
        isOrdered,
        isFree: false,
        questions: [],
        wishes: [],
        peers: new Set(group.filter((other) => other !== variable)),
      });
  }
}

import type { PlanExpression, PlanOver, PlanResource } from "./plan.ts";

/** The resources that an expression reads, each identity once, in the order in which it reads them. */
export function collectReads(...expressions: readonly PlanExpression[]): PlanResource[] {
  return collect(expressions, []);
}

/** The resources that are read to find what a loop goes over. */
export function collectOverReads(over: PlanOver): PlanResource[] {
  return collect([], [over]);
}

function collect(expressions: readonly PlanExpression[], overs: readonly PlanOver[]): PlanResource[] {
  const found = new Map<string, PlanResource>();
  const add = (resource: PlanResource): void => {
    if (!found.has(resource.identity)) found.set(resource.identity, resource);
    if (resource.kind === "named") {
      for (const key of resource.keys) visit(key.value);
      for (const filter of resource.filters) visit(filter.value);
    }
  };
  const visit = (expression: PlanExpression): void => {
    switch (expression.kind) {
      case "read":
      case "exists":
        add(expression.resource);
        break;
      case "query":
        add(expression.resource);
        for (const argument of expression.arguments) visit(argument.value);
        break;
      case "not":
        visit(expression.operand);
        break;
      case "any":
        visitOver(expression.over);
        visit(expression.condition);
        break;
      case "arithmetic":
      case "and":
      case "or":
      case "compare":
      case "default":
      case "join":
        visit(expression.left);
        visit(expression.right);
        break;
      case "concatenate":
        expression.parts.forEach(visit);
        break;
      case "list":
        expression.elements.forEach(visit);
        break;
      case "constant":
      case "parameter":
      case "carried":
      case "element":
      case "changed":
        break;
      default:
        unreachable(expression);
    }
  };
  const visitOver = (over: PlanOver): void => {
    switch (over.kind) {
      case "selection":
        add(over.resource);
        break;
      case "enumeration":
        add(over.element);
        if (over.condition) visit(over.condition);
        for (const { value } of over.scope) visit(value);
        break;
      case "list":
        visit(over.list);
        break;
      default:
        unreachable(over);
    }
  };
  overs.forEach(visitOver);
  expressions.forEach(visit);
  return [...found.values()];
}

function unreachable(value: never): never {
  throw new Error(`unexpected expression ${JSON.stringify(value)}`);
}

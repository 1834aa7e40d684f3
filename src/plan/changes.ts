import type { PlanAction, PlanNode, PlanResource } from "./plan.ts";

/** What statements or actions change, each identity once: the objects of verbs and of `ensure`s with what these provide, and what `with` stops. */
export function collectChanges(nodes: readonly (PlanNode | PlanAction)[]): PlanResource[] {
  const found = new Map<string, PlanResource>();
  const add = (resource: PlanResource): void => void found.set(resource.identity, found.get(resource.identity) ?? resource);
  const visit = (node: PlanNode | PlanAction): void => {
    switch (node.kind) {
      case "verb":
        add(node.resource);
        break;
      case "ensure":
        [node.resource, ...node.provides].forEach(add);
        node.otherwise.forEach(visit);
        break;
      case "check":
      case "routine":
        node.actions.forEach(visit);
        break;
      case "with":
        node.resources.forEach(add);
        node.body.forEach(visit);
        break;
      case "when":
        [...node.body, ...node.otherwise].forEach(visit);
        break;
      case "each":
        node.body.forEach(visit);
        break;
      case "require":
      case "warn":
      case "reboot":
        break;
      default:
        unreachable(node);
    }
  };
  nodes.forEach(visit);
  return [...found.values()];
}

function unreachable(value: never): never {
  throw new Error(`unexpected node ${JSON.stringify(value)}`);
}
